// First, before anything reads the environment.
import { STRIPE } from '@/test/stripe/settings'

import { sql } from '@payloadcms/db-postgres'

import type { StripeServer } from '@/test/stripe/server'
import type { Refund } from '@/test/stripe/store'

import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { carryOutRefund } from '@/operations/commerce/refunds/carryOut'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { call, requestOf, testPayload } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'
import { startStripeServer } from '@/test/stripe/server'

import { checkout } from './checkout'
import { refundEndpoints } from './refunds'
import { stripeWebhook } from './webhooks'

const payload = testPayload()
const [, ask] = refundEndpoints
const apply = () => settleOnly(payload(), 'applyOnPaymentEventReceived')
const carryOut = () => settleOnly(payload(), 'carryOutOnRefundAsked')
let stripe: StripeServer

beforeAll(async () => {
  stripe = await startStripeServer(STRIPE)
})
beforeEach(() => {
  stripe.store.delaysRefunds = false
})
afterAll(() => stripe.close())

const send = async ({ body, headers }: { body: string; headers: Headers }) => {
  const req = Object.assign(await requestOf(), { headers, text: () => Promise.resolve(body) })
  const answer = await stripeWebhook.handler(req)

  return (await answer.json()) as { receipt: string }
}

/** An order of 49.00 USD whose page is open at Stripe; `pay` brings the event of its payment. */
const placed = async () => {
  const make = commerceFactories(payload())
  const { offer, tenant } = await make.shop()
  const user = { ...(await make.buyer(tenant)), emailVerified: true }
  const manager = await factories(payload()).user({ roles: ['admin'], tenant })
  const { body } = await call(checkout, { data: { items: [{ offer }] }, tenant, user })
  const { order } = body as { order: string }
  const all = <Row>(statement: ReturnType<typeof sql>) =>
    asTenant(tenant, async () => rows<Row>(await requestOf(), statement))
  const [opened] = await all<{ session: string }>(
    sql`select session from orders where id = ${order}`,
  )
  const session = opened?.session ?? ''
  const give = (amount: number) =>
    call(ask, {
      data: {
        endsAccess: false,
        key: crypto.randomUUID(),
        reason: 'Asked for',
        wish: { amount },
      },
      params: { id: order },
      tenant,
      user: manager,
    })
  const state = () =>
    all(
      sql`select r.amount::int as amount, r.status::text as status, r.author_id is null as "isTheirs",
            (select count(*)::int from credit_notes c where c.refund_id = r.id) as notes,
            (select sum(e.amount)::int from ledger_entries e where e.account = 'provider') as held
          from refunds r order by r.id`,
    )
  const settlePayment = () => stripe.delivery(stripe.settle(session, 'paid'))
  const refundOf = (given: Partial<Refund> = {}): Refund => ({
    id: `re_${crypto.randomUUID()}`,
    amount: 1900,
    created: 0,
    currency: 'usd',
    failure_reason: null,
    metadata: {},
    object: 'refund',
    payment_intent: stripe.store.intentOf.get(session) ?? '',
    status: 'succeeded',
    ...given,
  })

  return { all, give, order, refundOf, settlePayment, state, tenant }
}

const paid = async () => {
  const room = await placed()
  await send(room.settlePayment())
  await apply()

  return room
}

const reported = (type: string, refund: Refund) => stripe.delivery(stripe.record(type, refund))

describe('refunds at Stripe', () => {
  it('give the money back once, though the answer is lost and the worker asks again', async () => {
    const { all, give, state, tenant } = await paid()
    await give(1900)
    const [refund] = await all<{ id: string }>(sql`select id from refunds`)
    const id = refund?.id ?? ''
    const before = stripe.store.refunds.size
    stripe.failNext(3)
    await expect(
      asTenant(tenant, async () => carryOutRefund({ refund: id, req: await requestOf(), tenant })),
    ).rejects.toThrow()
    await Promise.all(
      [1, 2, 3].map(() =>
        asTenant(tenant, async () =>
          carryOutRefund({ refund: id, req: await requestOf(), tenant }),
        ),
      ),
    )

    expect(stripe.store.refunds.size - before).toBe(1)
    expect(await state()).toEqual([
      { amount: 1900, held: 3000, isTheirs: false, notes: 1, status: 'succeeded' },
    ])
  })

  it('that take their time are under way until Stripe says how they end', async () => {
    const { give, state } = await paid()
    stripe.store.delaysRefunds = true
    await give(1900)
    await carryOut()
    expect(await state()).toMatchObject([{ held: 4900, notes: 0, status: 'pending' }])
    const made = [...stripe.store.refunds.values()].at(-1)
    if (!made) {
      throw new Error('Stripe made no refund.')
    }
    const done = reported('refund.updated', { ...made, status: 'succeeded' })
    await send(done)
    await send(done)
    await send(reported('charge.refund.updated', { ...made, status: 'succeeded' }))
    await apply()

    expect(await state()).toMatchObject([{ held: 3000, notes: 1, status: 'succeeded' }])
  })

  it('that fail in the end leave the money where it was', async () => {
    const { give, state } = await paid()
    stripe.store.delaysRefunds = true
    await give(1900)
    await carryOut()
    const made = [...stripe.store.refunds.values()].at(-1)
    if (!made) {
      throw new Error('Stripe made no refund.')
    }
    const failed = {
      ...made,
      failure_reason: 'expired_or_canceled_card',
      status: 'failed',
    } as const
    await send(reported('refund.failed', failed))
    await apply()

    expect(await state()).toMatchObject([{ held: 4900, notes: 0, status: 'failed' }])
    expect((await give(4900)).status).toBe(201)
  })

  it('that are made at Stripe’s own desk are written down, once, by the payment they are of', async () => {
    const { refundOf, state } = await paid()
    const refund = refundOf()
    expect(await send(reported('refund.created', refund))).toEqual({ receipt: 'received' })
    await send(reported('refund.updated', refund))
    await apply()

    expect(await state()).toEqual([
      { amount: 1900, held: 3000, isTheirs: true, notes: 1, status: 'succeeded' },
    ])
  })

  it('that are told of before their payment are taken up when it comes', async () => {
    const { refundOf, settlePayment, state, tenant } = await placed()
    const payment = settlePayment()
    await send(reported('refund.created', refundOf({ metadata: { tenant } })))
    await apply()
    expect(await state()).toEqual([])
    await send(payment)
    await apply()
    await apply()

    expect(await state()).toMatchObject([{ amount: 1900, held: 3000, notes: 1 }])
  })

  it('of more than there was are kept as a report for the school to look at', async () => {
    const { all, refundOf, state } = await paid()
    await send(reported('refund.created', refundOf({ amount: 9900 })))
    await apply()

    expect(await state()).toEqual([])
    expect(await all(sql`select refusal from payment_events where outcome = 'refused'`)).toEqual([
      { refusal: 'refundTooMuch' },
    ])
  })

  it('of payments that are not ours are nobody’s', async () => {
    const { refundOf } = await paid()
    const foreign = refundOf({ payment_intent: 'pi_elsewhere' })

    expect(await send(reported('refund.created', foreign))).toEqual({ receipt: 'ignored' })
  })
})
