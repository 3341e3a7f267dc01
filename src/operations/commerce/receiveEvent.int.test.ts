import { sql } from '@payloadcms/db-postgres'

import { signatureOf } from '@/adapters/payments/signature'
import { OWN_SIGNATURE } from '@/adapters/payments/ownEvents'
import { asTenant } from '@/database/scope'
import { inTransaction, row, rows } from '@/database/transaction'
import { deriveSecret } from '@/secrets'
import { commerceFactories } from '@/test/factories/commerce'
import { requestOf, testPayload } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'

import { applyPaymentEvent } from './applyPaymentEvent'
import { checkout } from './checkout'
import { expireOrders } from './expireOrders'
import { receiveEvent } from './receiveEvent'

const payload = testPayload()
const settle = () => settleOnly(payload(), 'applyOnPaymentEventReceived')

type Open = {
  buyer: string
  coupon: string
  offer: string
  order: string
  session: string
  tenant: string
}

/** An order of 39.20 USD that waits for its payment at the test gateway. */
const openOrder = async (): Promise<Open> => {
  const make = commerceFactories(payload())
  const { offer, tenant } = await make.shop()
  const { id: coupon, code } = await make.coupon({ maxRedemptions: 5, tenant })
  const { id: buyer } = await make.buyer(tenant)

  return { ...(await place({ buyer, code, offer, tenant })), buyer, coupon, offer, tenant }
}

const place = (given: { buyer: string; code?: string; offer: string; tenant: string }) =>
  asTenant(given.tenant, async () => {
    const req = await requestOf()
    const { order } = await checkout({
      ...given,
      buyer: { id: given.buyer, email: 'ada@example.com', emailVerified: true, locale: 'en' },
      now: new Date(),
      offers: [given.offer],
      origin: 'http://school.localhost:3000',
      req,
    })
    const stored = await row<{ session: string }>(
      req,
      sql`select session from orders where id = ${order}`,
    )

    return { order, session: stored?.session ?? '' }
  })

const eventOf = (
  { order, session, tenant }: Omit<Open, 'buyer' | 'coupon' | 'offer'>,
  given: object = {},
) => ({
  id: `evt_${crypto.randomUUID()}`,
  type: 'payment.succeeded',
  amount: 3920,
  currency: 'USD',
  occurredAt: new Date().toISOString(),
  order,
  payment: `pay_${session}`,
  session,
  tenant,
  ...given,
})

const deliver = (
  event: object,
  secret = deriveSecret({ purpose: 'payments:test' }),
  school: null | string = null,
) => {
  const body = JSON.stringify(event)
  const headers = new Headers({
    [OWN_SIGNATURE]: signatureOf({ at: new Date(), body, secret }),
  })

  return receiveEvent({ body, headers, payload: payload(), provider: 'test', school })
}

const standing = ({ coupon, order, tenant }: Open) =>
  asTenant(tenant, async () =>
    row<{
      events: number
      facts: number
      payments: number
      refusal: null | string
      status: string
      uses: number
    }>(
      await requestOf(),
      sql`select o.status::text as status,
            (select count(*)::int from payments p where p.order_id = o.id and p.status = 'succeeded') as payments,
            (select count(*)::int from events e where e.fact = 'order.paid' and e.data ->> 'order' = o.id::text) as facts,
            (select count(*)::int from payment_events) as events,
            (select max(refusal) from payment_events) as refusal,
            (select redemptions::int from coupons where id = ${coupon}) as uses
          from orders o where o.id = ${order}`,
    ),
  )

describe('a payment event', () => {
  it('pays its order once, though delivered six times at once', async () => {
    const open = await openOrder()
    const event = eventOf(open)
    const receipts = await Promise.all(Array.from({ length: 6 }, () => deliver(event)))
    await settle()

    expect(receipts.toSorted()).toEqual([
      ...Array.from({ length: 1 }, () => 'received'),
      ...Array.from({ length: 5 }, () => 'repeated'),
    ])
    expect(await standing(open)).toEqual({
      events: 1,
      facts: 1,
      payments: 1,
      refusal: null,
      status: 'paid',
      uses: 1,
    })
  })

  it('pays its order once, though six workers take it and others tell the same', async () => {
    const open = await openOrder()
    await Promise.all([1, 2, 3].map(() => deliver(eventOf(open))))
    const stored = await asTenant(open.tenant, async () =>
      rows<{ id: string }>(await requestOf(), sql`select id from payment_events`),
    )
    const apply = (paymentEvent: string) =>
      asTenant(open.tenant, async () => {
        const req = await requestOf()
        await inTransaction(req, () =>
          applyPaymentEvent({ paymentEvent, req, tenant: open.tenant }),
        )
      })
    await Promise.all([...stored, ...stored].map(({ id }) => apply(id)))
    await settle()

    expect(await standing(open)).toMatchObject({ events: 3, facts: 1, payments: 1, status: 'paid' })
  })

  it('that is forged leaves no trace', async () => {
    const open = await openOrder()

    await expect(deliver(eventOf(open), 'a guessed secret')).rejects.toThrow('signature')
    expect(await standing(open)).toMatchObject({ events: 0, status: 'pending' })
  })

  it.each([
    ['amountMismatch', { amount: 3919 }],
    ['currencyMismatch', { currency: 'ILS' }],
    ['sessionMismatch', { session: 'ts_other' }],
    ['orderUnknown', { order: '00000000-0000-7000-8000-000000000000' }],
  ])('is kept and refused with %s, and changes nothing', async (refusal, wrong) => {
    const open = await openOrder()
    await deliver(eventOf(open, wrong))
    await settle()

    expect(await standing(open)).toEqual({
      events: 1,
      facts: 0,
      payments: 0,
      refusal,
      status: 'pending',
      uses: 1,
    })
  })

  it('of another school, or of none, is not ours to keep', async () => {
    const open = await openOrder()
    const other = await openOrder()

    expect(await deliver(eventOf(open), undefined, other.tenant)).toBe('ignored')
    expect(await deliver(eventOf(open, { tenant: '00000000-0000-7000-8000-000000000000' }))).toBe(
      'ignored',
    )
    expect(await deliver(eventOf(other, { order: open.order }))).toBe('received')
    await settle()
    expect(await standing(open)).toMatchObject({ events: 0, status: 'pending' })
    expect(await standing(other)).toMatchObject({ refusal: 'orderUnknown', status: 'pending' })
  })

  it('of a failure gives the coupon back, and money that comes after all takes it again', async () => {
    const open = await openOrder()
    await deliver(eventOf(open, { type: 'payment.failed', payment: null }))
    await settle()
    expect(await standing(open)).toMatchObject({ facts: 0, status: 'failed', uses: 0 })
    await deliver(eventOf(open))
    await deliver(eventOf(open, { type: 'payment.failed' }))
    await settle()

    expect(await standing(open)).toMatchObject({ facts: 1, payments: 1, status: 'paid', uses: 1 })
  })

  it('that comes a day late pays an order that had expired', async () => {
    const open = await openOrder()
    await expireOrders({ now: new Date(Date.now() + 25 * 3600_000), payload: payload() })
    expect(await standing(open)).toMatchObject({ status: 'expired', uses: 0 })
    await deliver(eventOf(open))
    await settle()

    expect(await standing(open)).toMatchObject({ facts: 1, payments: 1, status: 'paid', uses: 1 })
  })

  it('for an order that was cancelled for another is taken, and told to the school when both are paid', async () => {
    const first = await openOrder()
    const second = { ...first, ...(await place({ ...first, code: undefined })) }
    await deliver(eventOf(second, { amount: 4900 }))
    await deliver(eventOf(first))
    await settle()

    expect(await standing(second)).toMatchObject({ facts: 1, status: 'paid' })
    expect(await standing(first)).toMatchObject({ facts: 1, refusal: 'paidTwice', status: 'paid' })
  })
})
