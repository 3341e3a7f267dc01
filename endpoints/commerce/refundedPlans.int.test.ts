import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { factories } from '@/test/factories'
import { call, settle, testPayload } from '@/test/harness'
import { planTools } from '@/test/plans'

import { refundEndpoints } from './refunds'

const payload = testPayload()
const { offer, query, renewAt, shop, standing, subscribe } = planTools(payload)
const [, ask] = refundEndpoints

/** A course that was paid in three instalments, all of them, and its orders from the first on. */
const paidOff = async () => {
  const { course, tenant } = await shop()
  const { id } = await offer({ course, kind: 'plan', payments: 3, tenant })
  const member = await subscribe({ course, offer: id, tenant })
  for (let payment = 1; payment < 3; payment += 1) {
    await renewAt(new Date((await standing(member)).next ?? Date.now()))
  }
  const manager = await factories(payload()).user({ roles: ['owner'], tenant })
  const orders = await query<{ id: string }>(
    tenant,
    sql`select id from orders where subscription_id = ${member.id} order by period`,
  )
  const give = async (which: number, endsAccess: boolean) => {
    const answer = await call(ask, {
      data: { endsAccess, key: crypto.randomUUID(), reason: 'Asked for', wish: { amount: 1000 } },
      params: { id: orders[which]?.id ?? '' },
      tenant,
      user: manager,
    })
    await settle()

    return answer.status
  }
  const open = () =>
    query<{ grants: number; status: string }>(
      tenant,
      sql`select e.status::text as status, (select count(*)::int from access_grants g where g.enrollment_id = e.id and (g.ends_at is null or g.ends_at > now())) as grants
          from enrollments e where e.learner_id = ${member.buyer}`,
    )

  return { give, open, standing: () => standing(member) }
}

describe('a refund of one instalment of a plan that is paid off', () => {
  it.each([0, 1, 2])(
    'closes the course where it ends access, whichever it is: %s',
    async (which) => {
      const { give, open, standing: stands } = await paidOff()
      expect(await stands()).toMatchObject({ access: null, orders: 3, paid: 3000 })
      expect(await open()).toEqual([{ grants: 1, status: 'active' }])

      expect(await give(which, true)).toBe(201)
      expect(await open()).toEqual([{ grants: 0, status: 'revoked' }])
    },
  )

  it('leaves the course open where it does not', async () => {
    const { give, open } = await paidOff()
    expect(await give(1, false)).toBe(201)
    expect(await open()).toEqual([{ grants: 1, status: 'active' }])
  })
})
