import type { Endpoint } from 'payload'

import { ENDPOINT_RULES } from '@/domain/identity/permissions/endpoints'
import { factories } from '@/test/factories'

import type { Place } from './calling/place'

import { REQUESTS } from './calling/ask'
import { placeIn } from './calling/place'
import { ownPlace } from './calling/own'
import { apiOf, setScene } from './scene'

const scene = setScene()

const MARK = 'sent along by somebody'
const NUMBER = 918_273_645
const MOMENT = '2001-02-03T04:05:06.000Z'

/** What no request of ours sends: fields under the names that rows have. */
const along = (other: string, somebody: string): Record<string, unknown> => ({
  id: crypto.randomUUID(),
  account: somebody,
  amount: NUMBER,
  balance: NUMBER,
  buyer: somebody,
  buyerId: somebody,
  completedAt: MOMENT,
  createdAt: MOMENT,
  currency: MARK,
  emailVerified: true,
  fee: NUMBER,
  hash: MARK,
  isStrong: true,
  learner: somebody,
  learnerId: somebody,
  number: MARK,
  owner: somebody,
  paid: NUMBER,
  paidAt: MOMENT,
  percent: NUMBER,
  permissions: [MARK],
  price: NUMBER,
  redemptions: NUMBER,
  roles: ['owner', 'superAdmin'],
  score: NUMBER,
  status: MARK,
  tenant: other,
  tenant_id: other,
  tenantId: other,
  token: MARK,
  total: NUMBER,
  updatedAt: MOMENT,
  user: somebody,
  userId: somebody,
  verified: true,
})

/** Names that an endpoint takes from its caller. */
const taken = (endpoints: readonly Endpoint[]): Map<string, string[]> =>
  new Map(
    endpoints.map(({ custom, method, path }) => {
      const { input } = (custom ?? {}) as { input?: { shape?: object } }

      return [`${method.toUpperCase()} ${path}`, Object.keys(input?.shape ?? {})]
    }),
  )

/** Where in the database something stands that was only sent along. */
const found = async (other: string): Promise<string[]> => {
  const { owner, tables } = scene()
  const lines: string[] = []
  for (const { name, tenantColumn } of tables) {
    const { rows } = await owner.query<{ n: number }>(
      `select count(*)::int as n from "${name}" x where strpos(x::text, $1) > 0 or strpos(x::text, $2) > 0 or strpos(x::text, '2001-02-03') > 0`,
      [MARK, String(NUMBER)],
    )
    lines.push(...(rows[0]?.n ? [`${name}: ${rows[0].n}`] : []))
    if (tenantColumn) {
      const { rows: theirs } = await owner.query<{ n: number }>(
        `select count(*)::int as n from "${name}" where ${tenantColumn} = $1`,
        [other],
      )
      lines.push(`${name} of the other school: ${theirs[0]?.n}`)
    }
  }

  return lines
}

const rolesNow = async (): Promise<unknown> =>
  (
    await scene().owner.query(
      `select parent_id, array_agg(value::text order by value::text) as roles from users_roles group by 1 order by 1`,
    )
  ).rows

it('is written by no endpoint of ours, whoever asks, and whatever its body carries besides', async () => {
  const { callers, other, owner: client, payload, school } = scene()
  await factories(payload).course({ _status: 'draft', tenant: school })
  const place = await placeIn({ client, payload, tenant: school })
  const names = taken(payload.config.endpoints)
  const victim = callers.find(({ caller }) => caller === 'admin')?.id ?? ''
  const extras = along(other, victim)
  const asking = Object.keys(ENDPOINT_RULES).filter(
    (name) => !name.startsWith('GET') && REQUESTS[name],
  )
  const own = new Map<string, Place>()
  for (const who of callers.filter(({ caller }) => ['owner', 'student'].includes(caller))) {
    own.set(who.caller, await ownPlace({ payload, place, tenant: school, who }))
  }
  const [before, roles] = [await found(other), await rolesNow()]
  let granted = 0
  for (const who of callers.filter(({ caller }) => own.has(caller))) {
    for (const name of asking) {
      const [method] = name.split(' ') as ['DELETE' | 'PATCH' | 'POST']
      const request = await REQUESTS[name]?.(own.get(who.caller) ?? place)
      if (!request || request.form !== undefined) {
        continue
      }
      const body = {
        ...Object.fromEntries(
          Object.entries(extras).filter(([one]) => !names.get(name)?.includes(one)),
        ),
        ...(request.body as object | undefined),
      }
      const { status } = await apiOf(who).rest(who, { ...request, body, method })
      granted += status < 300 ? 1 : 0
    }
  }

  expect(await found(other)).toEqual(before)
  expect(await rolesNow()).toEqual(roles)
  expect(granted).toBeGreaterThan(60)
}, 400_000)
