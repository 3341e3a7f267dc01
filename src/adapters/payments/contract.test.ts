import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { Place } from '@/test/providers/places'
import type { ChargeRequest, SessionRequest } from './types'

import {
  gatewayPlace,
  paddlePlace,
  paypalPlace,
  razorpayPlace,
  stripePlace,
} from '@/test/providers/places'

import { merchantOf } from '@/domain/commerce/providers'

import { BadSignature } from './types'

let orders = 0

const request = (): SessionRequest => {
  orders += 1
  const order = `00000000-0000-7000-8000-${String(orders).padStart(12, '0')}`

  return {
    amount: 4400,
    cancelUrl: 'http://aurora.localhost:3000/checkout',
    currency: 'USD',
    customerEmail: 'student@aurora.test',
    expiresAt: new Date(Math.ceil(Date.now() / 1000) * 1000 + 23 * 3600_000),
    idempotencyKey: order,
    lines: [
      { amount: 3900, title: 'Light & Shadow — Свет' },
      { amount: 500, title: 'מדריך' },
    ],
    locale: 'he',
    order,
    successUrl: 'http://aurora.localhost:3000/checkout/done',
    tenant: '00000000-0000-7000-8000-00000000000a',
  }
}

/** The last hour, and the next minute. */
const lately = () => ({
  from: new Date(Date.now() - 3600_000),
  to: new Date(Date.now() + 60_000),
})

describe.each([
  ['Stripe', stripePlace],
  ['PayPal', paypalPlace],
  ['Razorpay', razorpayPlace],
  ['Paddle', paddlePlace],
  ['the test gateway', gatewayPlace],
])('payments by %s', (_name, open) => {
  let place: Place

  beforeAll(async () => {
    place = await open()
  })
  afterAll(() => place.close())

  it('opens a session with a page to pay on, and the same one for the same key', async () => {
    const asked = request()
    const opened = await place.payments.createSession(asked)

    expect(opened.url).toMatch(/^http:\/\/.+/)
    expect(await place.payments.createSession(asked)).toEqual(opened)
    expect(await place.payments.lookUp(opened.session)).toEqual({
      amount: 4400,
      currency: 'USD',
      payment: null,
      status: 'open',
    })
  })

  it('reports a payment with the ids the session was opened with', async () => {
    const asked = request()
    const { session } = await place.payments.createSession(asked)
    const event = await place.payments.verifyEvent(await place.pay(session))

    expect(event).toMatchObject({
      type: 'payment.succeeded',
      amount: 4400,
      currency: 'USD',
      order: asked.order,
      provider: place.payments.name,
      session,
      tenant: asked.tenant,
    })
    expect(event.id).toMatch(/^(evt_|WH-)./)
    expect(event.payment).toBeTruthy()
    expect(Math.abs(event.occurredAt.getTime() - Date.now())).toBeLessThan(60_000)
    expect(await place.payments.lookUp(session)).toMatchObject({
      payment: event.payment,
      status: 'paid',
    })
  })

  it('refuses a delivery that was altered by a single digit', async () => {
    const { session } = await place.payments.createSession(request())
    const { body, headers } = await place.pay(session)
    const altered = body.replace(/(44\.?0)0/, '$11')

    expect(altered).not.toBe(body)
    await expect(place.payments.verifyEvent({ body: altered, headers })).rejects.toThrow(
      BadSignature,
    )
  })

  it('refuses a delivery signed with another secret, too old, or not at all', async () => {
    const { session } = await place.payments.createSession(request())
    const foreign = await place.pay(session, { secret: 'whsec_other' })
    const again = await place.payments.createSession(request())
    const at = new Date(Date.now() - place.lifetime - 1000)
    const old = await place.pay(again.session, { at })

    for (const wrong of [foreign, old, { ...old, headers: new Headers() }]) {
      await expect(place.payments.verifyEvent(wrong)).rejects.toThrow(BadSignature)
    }
  })

  it('says the same of a delivery that comes twice', async () => {
    const { session } = await place.payments.createSession(request())
    const delivery = await place.pay(session)

    expect(await place.payments.verifyEvent(delivery)).toEqual(
      await place.payments.verifyEvent(delivery),
    )
  })

  it('takes what is paid once, asked about it twice at once and again', async () => {
    const { session } = await place.payments.createSession(request())
    await place.pay(session)
    const { confirm = place.payments.lookUp } = place.payments
    const states = await Promise.all([confirm(session), confirm(session)])

    expect(states[0]).toMatchObject({ amount: 4400, status: 'paid' })
    expect(states[1]).toEqual(states[0])
    expect(await confirm(session)).toEqual(states[0])
  })

  it('gives money back, once under one key, and no more than was paid', async () => {
    const asked = request()
    const { idempotencyKey: order, tenant } = asked
    const { session } = await place.payments.createSession(asked)
    const { payment } = await place.payments.verifyEvent(await place.pay(session))
    const wanted = { currency: 'USD', order, payment: payment ?? '', session, tenant }
    const part = { ...wanted, amount: 1400, refund: `${order}-1` }
    const given = await place.payments.refund(part)

    expect(given).toMatchObject({ failure: null, status: 'succeeded' })
    expect(given.id).toBeTruthy()
    expect(await place.payments.refund(part)).toEqual(given)
    expect(
      await place.payments.refund({ ...wanted, amount: 4401, refund: `${order}-2` }),
    ).toMatchObject({ failure: expect.any(String), status: 'failed' })
  })

  it('lists what was paid, given back and contested, where money moves', async () => {
    const asked = request()
    const { session } = await place.payments.createSession(asked)
    const { payment } = await place.payments.verifyEvent(await place.pay(session))
    const { idempotencyKey: order, tenant } = asked
    const about = { currency: 'USD', order, payment: payment ?? '', session, tenant }
    const given = await place.payments.refund({ ...about, amount: 1400, refund: `${order}-9` })
    const told = await place.payments.verifyEvent(await place.dispute(payment ?? '', 'open'))
    const listing = await place.payments.list?.(lately())
    if (!listing) {
      expect(place.payments.name).toBe('test')

      return
    }
    const found = (id: null | string | undefined) => listing.movements.find((one) => one.id === id)

    expect(found(payment)?.event).toMatchObject({
      type: 'payment.succeeded',
      amount: 4400,
      currency: 'USD',
      order,
      payment,
      tenant,
    })
    expect(found(given.id)?.event).toMatchObject({
      type: 'refund.succeeded',
      amount: 1400,
      payment,
      refund: { id: given.id },
    })
    expect(found(told.dispute?.id)?.event).toMatchObject({
      amount: 4400,
      dispute: { state: merchantOf(place.payments.name) ? 'underReview' : 'needsResponse' },
      payment,
    })
  })

  it('lists every dispute as it stands, however many pages they fill', async () => {
    const ends = ['open', 'review', 'lose', 'win', 'open'] as const
    const told = []
    for (const act of ends) {
      const { session } = await place.payments.createSession(request())
      const { payment } = await place.payments.verifyEvent(await place.pay(session))
      await place.dispute(payment ?? '', 'open')
      told.push(await place.payments.verifyEvent(await place.dispute(payment ?? '', act)))
    }
    const listing = await place.payments.list?.(lately())

    expect(listing?.movements.filter(({ kind }) => kind === 'dispute') ?? []).toEqual(
      place.payments.list
        ? expect.arrayContaining(
            told.map(({ amount, dispute, payment }) =>
              expect.objectContaining({
                id: dispute?.id,
                event: expect.objectContaining({ amount, dispute, payment }),
              }),
            ),
          )
        : [],
    )
  })

  it('lists what it took for a payment, and what it sent to the bank and had back', async () => {
    const asked = request()
    const { session } = await place.payments.createSession(asked)
    const { payment } = await place.payments.verifyEvent(await place.pay(session))
    const sent = await place.bank?.(3000)
    const returned = await place.bank?.(2000, true)
    const listing = await place.payments.list?.(lately())
    if (!listing || !sent || !returned) {
      expect(listing?.kinds ?? []).not.toContain('payout')

      return
    }
    const found = (kind: string, id: null | string) =>
      listing.movements.filter((one) => one.id === id && one.kind === kind)
    const money = (amount: number) => ({
      amount,
      currency: expect.stringMatching(/^(INR|USD)$/),
      order: null,
      payment: null,
      tenant: null,
    })

    expect(found('fee', payment)).toMatchObject([
      {
        event: {
          type: 'fee.charged',
          amount: expect.any(Number),
          currency: 'USD',
          payment,
          tenant: asked.tenant,
        },
      },
    ])
    expect(found('fee', payment)[0]?.event.amount).toBeGreaterThan(0)
    expect(found('payout', sent)).toMatchObject([{ event: { type: 'bank.sent', ...money(3000) } }])
    expect(found('payout', returned)).toMatchObject([
      { event: { type: 'bank.returned', ...money(2000) } },
    ])
  })

  it('reports a dispute of a payment, from its first day to its end', async () => {
    const { session } = await place.payments.createSession(request())
    const { payment } = await place.payments.verifyEvent(await place.pay(session))
    const told = async (act: 'lose' | 'open' | 'review' | 'win') =>
      place.payments.verifyEvent(await place.dispute(payment ?? '', act))
    const opened = await told('open')
    const isMerchants = merchantOf(place.payments.name) !== null

    expect(opened).toMatchObject({
      type: 'dispute.reported',
      amount: 4400,
      currency: 'USD',
      dispute: {
        isWithdrawn: true,
        reason: expect.any(String),
        state: isMerchants ? 'underReview' : 'needsResponse',
      },
      payment,
      provider: place.payments.name,
    })
    if (isMerchants) {
      // Who sold it answers the bank, and says nothing more unless it wins.
      expect(opened.dispute?.dueAt).toBeNull()
      expect((await told('win')).dispute).toMatchObject({
        id: opened.dispute?.id,
        isWithdrawn: true,
        state: 'won',
      })

      return
    }
    expect(new Date(opened.dispute?.dueAt ?? 0).getTime()).toBeGreaterThan(Date.now())
    const id = opened.dispute?.id
    expect((await told('review')).dispute).toMatchObject({ id, state: 'underReview' })
    expect((await told('lose')).dispute).toMatchObject({ id, isWithdrawn: true, state: 'lost' })
    expect((await told('win')).dispute).toMatchObject({ id, isWithdrawn: true, state: 'won' })
  })

  it('closes a session, twice without complaint, and knows nothing of others', async () => {
    const { session } = await place.payments.createSession(request())
    await place.payments.closeSession(session)
    await place.payments.closeSession(session)

    expect(await place.payments.lookUp(session)).toMatchObject({ status: 'expired' })
    expect(await place.payments.lookUp(`${session}x`)).toBeNull()
  })
})

describe.each([
  ['Stripe', stripePlace],
  ['PayPal', paypalPlace],
  ['Razorpay', razorpayPlace],
  ['the test gateway', gatewayPlace],
])('cards kept by %s', (_name, open) => {
  let place: Place

  beforeAll(async () => {
    place = await open()
  })
  afterAll(() => place.close())

  const charge = async (asked: Omit<ChargeRequest, 'currency' | 'tenant'>) => {
    const { tenant } = request()
    const delivery = await place.payments.charge?.({ ...asked, currency: place.currency, tenant })

    return delivery && (await place.payments.verifyEvent(delivery))
  }

  const opened = async (given: Partial<SessionRequest> = {}) => {
    const asked = { ...request(), currency: place.currency, recurs: true, ...given }
    const { session } = await place.payments.createSession(asked)
    const delivery = await place.pay(session)
    const { confirm = place.payments.lookUp } = place.payments

    return { ...asked, delivery, session, state: await confirm(session) }
  }

  const kept = async (given: Partial<SessionRequest> = {}) => {
    const page = await opened(given)

    return { ...page, event: await place.payments.verifyEvent(page.delivery) }
  }

  it('charges a kept card again, once under one key', async () => {
    const { event, idempotencyKey: order, session } = await kept()
    const again = { amount: 1900, idempotencyKey: `${order}_0`, order, session }
    const charged = await charge(again)

    expect(event).toMatchObject({ type: 'payment.succeeded', keepsCard: true })
    expect(charged).toMatchObject({
      type: 'payment.succeeded',
      amount: 1900,
      currency: place.currency,
      order,
    })
    expect(charged?.payment).not.toBe(event.payment)
    expect(await charge(again)).toMatchObject({ id: charged?.id, payment: charged?.payment })
  })

  it('keeps a card beside what is paid once, and charges it where its holder asks, if it does so at once', async () => {
    const isKept = place.payments.chargesAtOnce === true
    const { idempotencyKey: order, session } = await kept({ keeps: isKept, recurs: false })
    const asked = { amount: 1900, idempotencyKey: `${order}_0`, isAsked: true, order, session }

    expect(place.payments.chargesAtOnce).toBe(place.payments.name === 'razorpay' ? undefined : true)
    expect(await charge(asked)).toMatchObject(
      isKept
        ? { type: 'payment.succeeded', amount: 1900, order }
        : { type: 'payment.failed', failure: 'cardMissing' },
    )
  })

  it('says what its holder knows a kept card by, and charges it by the keys that were kept', async () => {
    const { idempotencyKey: order, session } = await kept()
    const card = await place.payments.keptCard?.(session)
    const { session: other } = await kept({ recurs: false })

    expect(card?.face.brand).toMatch(/^[a-z]+$/)
    expect(card?.face.last4 ?? '4242').toMatch(/^\d{4}$/)
    expect(await place.payments.keptCard?.(other)).toBeNull()
    expect(
      await charge({
        amount: 1900,
        card: card?.keys,
        idempotencyKey: `${order}_0`,
        order,
        session,
      }),
    ).toMatchObject({ type: 'payment.succeeded', order })
  })

  it('reports a charge that was declined, and one of a card that was not kept', async () => {
    const { idempotencyKey: order, session } = await kept()
    await place.breakCard?.(session)
    const { session: other } = await kept({ recurs: false })
    const asked = { amount: 1900, idempotencyKey: `${order}_1`, order, session }
    const declined = await charge(asked)
    const missing = await charge({ ...asked, idempotencyKey: `${order}_2`, session: other })

    expect(declined).toMatchObject({ type: 'payment.failed', failure: 'declined', order })
    expect(missing).toMatchObject({ type: 'payment.failed', failure: 'cardMissing', order })
    expect(declined?.payment).not.toBe(missing?.payment)
    expect(await charge(asked)).toMatchObject({ id: declined?.id, payment: declined?.payment })
  })

  it('charges no card that was forgotten, which may be forgotten twice', async () => {
    const { idempotencyKey: order, session } = await kept()
    const { keys } = (await place.payments.keptCard?.(session)) ?? {}
    await place.payments.forgetCard?.(keys ?? { token: '' })
    await place.payments.forgetCard?.(keys ?? { token: '' })
    const asked = { amount: 1900, idempotencyKey: `${order}_0`, order, session }

    expect(await charge({ ...asked, card: keys })).toMatchObject({
      type: 'payment.failed',
      failure: 'cardMissing',
    })
  })

  it('takes a card without a payment, and charges it afterwards', async () => {
    const subscription = crypto.randomUUID()
    const nothing = { amount: 0, lines: [], order: null, subscription }
    const { delivery, idempotencyKey, session, state } = await opened(nothing)
    const asked = { amount: 1900, idempotencyKey: `${idempotencyKey}_0`, order: idempotencyKey }

    expect(state).toMatchObject({ amount: 0, status: 'paid' })
    expect(place.tellsOfCards && (await place.payments.verifyEvent(delivery))).toEqual(
      place.tellsOfCards &&
        expect.objectContaining({ type: 'card.saved', order: null, session, subscription }),
    )
    expect(await charge({ ...asked, session })).toMatchObject({ type: 'payment.succeeded' })
  })

  it('takes the card of a trial, and its order is paid with nothing', async () => {
    const nothing = { amount: 0, lines: [] }
    const { delivery, idempotencyKey: order, session, state } = await opened(nothing)

    expect(state).toMatchObject({ amount: 0, currency: place.currency, status: 'paid' })
    expect(place.tellsOfCards && (await place.payments.verifyEvent(delivery))).toEqual(
      place.tellsOfCards &&
        expect.objectContaining({
          type: 'payment.succeeded',
          amount: 0,
          currency: place.currency,
          order,
          session,
        }),
    )
    expect(
      await charge({ amount: 1900, idempotencyKey: `${order}_0`, order, session }),
    ).toMatchObject({ type: 'payment.succeeded' })
  })
})
