import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { ShownChange } from '@/operations/commerce/shownChanges'

import { asTenant } from '@/database/scope'
import { openCardPage } from '@/operations/commerce/subscriptions/cardPage'
import { factories } from '@/test/factories'
import { call, requestOf, testPayload } from '@/test/harness'
import { planTools } from '@/test/plans'

import { cancel, change, changes, pause, retry, unpause } from './subscriptions'

const payload = testPayload()
const { offer, query, renewAt, setCard, settle, shop, standing, subscribe } = planTools(payload)

/** Somebody's subscription, whoever runs the school, and ways to ask for something of it. */
const desk = async () => {
  const { course, tenant } = await shop()
  const { id } = await offer({ course, mostPauseMonths: 3, tenant })
  const { id: other } = await offer({ course, prices: [{ amount: 9000, currency: 'USD' }], tenant })
  const member = await subscribe({ course, offer: id, tenant })
  const manager = await factories(payload()).user({ roles: ['admin'], tenant })
  const ask = (endpoint: typeof retry, data: object = {}, user: { id: string } = manager) =>
    call(endpoint, { data, params: { id: member.id }, tenant, user })

  return { ask, manager, member, other, tenant }
}

/** The same, with a period that could not be charged. */
const overdue = async () => {
  const room = await desk()
  await setCard(room.member, false)
  await query(
    room.tenant,
    sql`update subscriptions set period_end = now() - interval '1 minute', next_step_at = now() - interval '1 minute' where id = ${room.member.id}`,
  )
  await renewAt(new Date())

  return room
}

describe('staff who look after a subscription', () => {
  it('end it at once, and with it what it opened; its buyer cannot', async () => {
    const { ask, member } = await desk()
    expect((await ask(cancel, { at: 'now' }, { id: member.buyer })).status).toBe(403)

    expect(await ask(cancel, { at: 'now', note: 'Moved away', reason: 'other' })).toMatchObject({
      body: { status: 'canceled' },
      status: 200,
    })
    await settle()

    const { access, next, status } = await standing(member)
    expect({ next, status }).toEqual({ next: null, status: 'canceled' })
    expect(new Date(access ?? 0).getTime()).toBeLessThanOrEqual(Date.now())
    expect(
      await query(
        member.tenant,
        sql`select cancel_reason::text as reason, cancel_note as note from subscriptions`,
      ),
    ).toEqual([{ note: 'Moved away', reason: 'other' }])
    expect(await ask(cancel, { at: 'now' })).toMatchObject({ body: { code: 'notCancelable' } })
  })

  it('pause it, go on with it, and change its plan', async () => {
    const { ask, member, other } = await desk()
    expect((await ask(pause, { months: 2 })).body).toMatchObject({ status: 'paused' })
    expect((await ask(unpause)).body).toMatchObject({ status: 'active' })

    const own = (await ask(changes)).body as { changes: ShownChange[] }
    expect(own.changes).toMatchObject([{ offer: other }])
    const asked = { expects: own.changes[0]?.due ?? 0, offer: other }
    expect((await ask(change, asked)).status).toBe(200)
    await settle()

    expect(await standing(member)).toMatchObject({ offer: other, status: 'active' })
  })

  it('charge again what is past due, once of twice at once', async () => {
    const { ask, member } = await overdue()
    expect((await standing(member)).status).toBe('pastDue')
    await setCard(member, true)

    const answers = await Promise.all([ask(retry), ask(retry)])
    await settle()

    expect(answers.some(({ status }) => status === 200)).toBe(true)
    expect(await standing(member)).toMatchObject({ orders: 2, paid: 6000, status: 'active' })
  })

  it('do not where nothing is past due, nor while its buyer can pay it on a page', async () => {
    const { ask } = await desk()
    expect(await ask(retry)).toMatchObject({ body: { code: 'notRetryable' }, status: 422 })

    const { ask: again, member } = await overdue()
    expect((await again(retry, {}, { id: member.buyer })).status).toBe(403)
    await asTenant(member.tenant, async () =>
      openCardPage({
        id: member.id,
        buyer: member.buyer,
        now: new Date(),
        req: await requestOf({ id: member.buyer }),
        returnUrl: 'http://school.localhost:3000/account/plans',
        tenant: member.tenant,
      }),
    )
    expect(await again(retry)).toMatchObject({ body: { code: 'notRetryable' }, status: 422 })
  })
})
