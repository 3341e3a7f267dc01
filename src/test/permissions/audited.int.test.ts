import { AUDITED_ENDPOINTS, isAuditedCollection } from '@/domain/identity/permissions/audited'
import { COLLECTION_RULES } from '@/domain/identity/permissions/collections'
import { ENDPOINT_RULES } from '@/domain/identity/permissions/endpoints'
import { grantOf } from '@/domain/identity/permissions/grants'
import { factories } from '@/test/factories'

import type { Called } from './callers'
import type { Place } from './calling/place'

import { told } from './answers'
import { grantFor, SLUGS } from './cells'
import { askFor, cellOf } from './calling/ask'
import { placeIn } from './calling/place'
import { setScene } from './scene'
import { attempts, WRITINGS } from './writing/attempts'
import { documentIn, targetIn } from './writing/targets'

const scene = setScene()

let place: Place
let owner: Called

/** How many entries the log has, of one operation and collection where they are named. */
const count = async ({
  by,
  operation,
}: { by?: string; operation?: string } = {}): Promise<number> => {
  const { rows } = await scene().owner.query<{ count: number }>(
    `select count(*)::int as count from audit_entries
     where ($1::text is null or operation = $1) and ($2::text is null or collection = $2)`,
    [operation ?? null, by ?? null],
  )

  return rows[0]?.count ?? 0
}

beforeAll(async () => {
  const { callers, owner: client, payload, school } = scene()
  await factories(payload).course({ _status: 'draft', tenant: school })
  place = await placeIn({ client, payload, tenant: school })
  owner = callers.find(({ caller }) => caller === 'owner') as Called
}, 300_000)

describe('the audit log, by the table of what is audited,', () => {
  it('has a verdict on every operation of the published matrix, with a reason for each that it leaves out', () => {
    expect(Object.keys(AUDITED_ENDPOINTS).sort()).toEqual(Object.keys(ENDPOINT_RULES).sort())
    const silent = Object.entries(AUDITED_ENDPOINTS).filter(
      ([, verdict]) => typeof verdict === 'object' && !verdict.why,
    )
    expect(silent).toEqual([])
    const told = Object.values(AUDITED_ENDPOINTS).filter((verdict) => typeof verdict === 'string')
    expect(told.length).toBeGreaterThan(50)
  })

  it('has an entry of every privileged operation that was granted', async () => {
    const missing: string[] = []
    let asked = 0
    for (const [name, verdict] of Object.entries(AUDITED_ENDPOINTS)) {
      const rule = ENDPOINT_RULES[name] ?? {}
      if (typeof verdict !== 'string' || grantOf(rule, 'owner') !== 'allowed') {
        continue
      }
      const before = await count({ operation: name })
      const answer = await askFor(owner, name, place)
      if (cellOf(name, answer) !== 'allowed' || answer.status >= 300) {
        continue
      }
      asked += 1
      if ((await count({ operation: name })) === before) {
        missing.push(name)
      }
    }
    expect(missing).toEqual([])
    expect(asked).toBeGreaterThan(35)
  }, 300_000)

  it.each(WRITINGS)(
    'has an entry of every row that staff may %s',
    async (writing) => {
      const missing: string[] = []
      for (const slug of SLUGS.filter(isAuditedCollection)) {
        if (grantFor(slug, writing, 'owner') !== 'allowed') {
          continue
        }
        for (const { ask, asked, isInTrash } of attempts(scene(), slug, writing)) {
          if (slug === 'media' && asked === 'create over GraphQL') {
            continue // Granted, and makes nothing: no file can be sent over GraphQL.
          }
          const target = await targetIn(scene(), slug, isInTrash === undefined ? {} : { isInTrash })
          const document = await documentIn(scene(), slug, scene().school)
          const before = await count({ by: slug })
          const found = told(await ask(owner, { ...target, document }), () => 'allowed')
          if (found === 'allowed' && (await count({ by: slug })) === before) {
            missing.push(`${slug} ${asked}`)
          }
        }
      }
      expect(missing).toEqual([])
    },
    300_000,
  )

  it('leaves out of the collections that staff may write those alone that say why', () => {
    const quiet = Object.keys(COLLECTION_RULES).filter((slug) => !isAuditedCollection(slug))
    expect(quiet.every((slug) => slug.startsWith('payload-'))).toBe(true)
  })

  it('proves sound after all of it, for both schools and the platform', async () => {
    const { rows } = await scene().owner.query<{ count: number }>(
      `select count(*)::int as count from audit_chain c join audit_entries e on e.id = c.entry_id
       where c.hash <> lectern_audit_hash(e, c.number, c.previous)`,
    )
    expect(rows[0]?.count).toBe(0)
  })
})
