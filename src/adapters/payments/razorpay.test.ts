import type { RazorpayServer } from '@/test/razorpay/server'
import type { Payments, SessionRequest } from './types'

import { RAZORPAY_KEYS, startRazorpayServer } from '@/test/razorpay/server'
import { eventOf, linkIn } from '@/test/razorpay/store'

import { razorpayPayments } from './razorpay'
import { PaymentUnavailable } from './types'

const requestOf = (given: Partial<SessionRequest> = {}): SessionRequest & { order: string } => {
  const order = crypto.randomUUID()

  return {
    amount: 49_900,
    cancelUrl: 'http://a.test/cancel',
    currency: 'INR',
    customerEmail: 'a@a.test',
    expiresAt: new Date(Date.now() + 3600_000),
    idempotencyKey: order,
    lines: [{ amount: 49_900, title: 'A course' }],
    locale: 'en',
    successUrl: 'http://a.test/done',
    tenant: crypto.randomUUID(),
    ...given,
    order,
  }
}

describe('Razorpay', () => {
  let server: RazorpayServer
  let payments: Payments

  beforeAll(async () => {
    server = await startRazorpayServer()
  })
  beforeEach(() => {
    payments = razorpayPayments({
      ...RAZORPAY_KEYS,
      apiBase: server.url,
      chargeSecret: 'charges',
      timeout: 1500,
    })
    server.store.settings.refund = 'processed'
  })
  afterAll(() => server.close())

  const paid = async () => {
    const asked = requestOf()
    const { session } = await payments.createSession(asked)
    server.pay(session)
    const payment = (await payments.lookUp(session))?.payment ?? ''

    return { ...asked, payment, session }
  }
  const refundsOf = (payment: string) =>
    [...server.store.refunds.values()].filter((one) => one.payment_id === payment)

  it('takes its own currencies alone, dinars to the hundredth, and a rupee at least', () => {
    const takes = (currency: string, amount: number) => payments.takes({ amount, currency })

    expect([takes('INR', 100), takes('USD', 1), takes('JPY', 1), takes('KWD', 295_990)]).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect([takes('INR', 99), takes('KWD', 295_991), takes('IRR', 100)]).toEqual([
      false,
      false,
      false,
    ])
  })

  it.each([
    ['JPY', 500],
    ['KWD', 295_990],
    ['INR', 49_900],
  ])('counts %s in its own minor units', async (currency, amount) => {
    const { session } = await payments.createSession(requestOf({ amount, currency }))

    expect(linkIn(server.store, session)).toMatchObject({ amount, currency })
    expect(await payments.lookUp(session)).toMatchObject({ amount, currency, status: 'open' })
  })

  it('opens one link although the first answer was lost', async () => {
    const asked = requestOf()
    const before = server.store.links.size
    server.silenceAfter(/\/payment_links\/?$/, 1)
    const { session } = await payments.createSession(asked)

    expect(server.store.links.size).toBe(before + 1)
    expect(await payments.createSession(asked)).toMatchObject({ session })
  })

  it('says that it is away while Razorpay fails, dawdles or refuses the account, and works afterwards', async () => {
    server.failNext(2, 503)
    await expect(payments.createSession(requestOf())).rejects.toThrow(PaymentUnavailable)
    server.slowNext(2, 4000)
    await expect(payments.createSession(requestOf())).rejects.toThrow(PaymentUnavailable)
    const wrong = razorpayPayments({
      ...RAZORPAY_KEYS,
      apiBase: server.url,
      chargeSecret: 'charges',
      keySecret: 'wrong',
    })
    await expect(wrong.createSession(requestOf())).rejects.toThrow(PaymentUnavailable)

    server.failNext(1, 500)
    expect(await payments.createSession(requestOf())).toMatchObject({ url: expect.any(String) })
  })

  it('leaves a link that was paid as it is when it is closed', async () => {
    const { payment, session } = await paid()
    await payments.closeSession(session)

    expect(await payments.lookUp(session)).toMatchObject({ payment, status: 'paid' })
  })

  it('gives money back once although the answer was lost, and says why not', async () => {
    const { order, payment, session, tenant } = await paid()
    const wanted = { currency: 'INR', order, payment, session, tenant }
    server.silenceAfter(/\/refund$/, 1)

    expect(
      await payments.refund({ ...wanted, amount: 900, refund: crypto.randomUUID() }),
    ).toMatchObject({ failure: null, status: 'succeeded' })
    expect(refundsOf(payment)).toHaveLength(1)
    expect(
      await payments.refund({ ...wanted, amount: 49_900, refund: crypto.randomUUID() }),
    ).toMatchObject({ failure: expect.stringContaining('greater'), status: 'failed' })
  })

  it('waits for a refund that is on its way, and tells it by ours or by the payment', async () => {
    const { order, payment, session, tenant } = await paid()
    const refund = crypto.randomUUID()
    server.store.settings.refund = 'pending'
    const state = await payments.refund({
      amount: 900,
      currency: 'INR',
      order,
      payment,
      refund,
      session,
      tenant,
    })
    const [made] = refundsOf(payment)
    const read = (name: string, notes = made?.notes) =>
      payments.verifyEvent(server.delivery(eventOf(name, { refund: { ...made, notes } })))

    expect(state).toMatchObject({ status: 'pending' })
    expect(await read('refund.created')).toMatchObject({ type: 'refund.pending', order, payment })
    expect(await read('refund.processed')).toMatchObject({
      type: 'refund.succeeded',
      refund: { id: state.id, ours: refund },
      tenant,
    })
    expect(await read('refund.failed', [])).toMatchObject({
      type: 'refund.failed',
      order: null,
      payment,
      refund: { ours: null },
    })
  })

  it('tells a link that ended from what concerns no order', async () => {
    const { session } = await payments.createSession(requestOf())
    const link = linkIn(server.store, session)
    const typeOf = async (name: string, payload: Record<string, object>) =>
      (await payments.verifyEvent(server.delivery(eventOf(name, payload)))).type

    expect(await typeOf('payment_link.expired', { payment_link: link })).toBe('payment.expired')
    expect(await typeOf('payment.failed', { payment: {} })).toBe('other')
    expect(await typeOf('payment_link.paid', { payment_link: { ...link, notes: [] } })).toBe(
      'other',
    )
  })
})
