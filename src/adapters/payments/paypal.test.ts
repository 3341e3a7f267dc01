import type { PayPalServer } from '@/test/paypal/server'
import type { Payments, SessionRequest } from './types'

import { PAYPAL_KEYS, startPayPalServer } from '@/test/paypal/server'

import { paypalPayments } from './paypal'
import { BadSignature, PaymentDeclined, PaymentUnavailable } from './types'

const SUM = { amount: 4900, currency: 'USD' }

const requestOf = (given: Partial<SessionRequest> = {}): SessionRequest & { order: string } => ({
  ...SUM,
  cancelUrl: 'http://a.test/cancel',
  customerEmail: 'a@a.test',
  expiresAt: new Date(Date.now() + 3600_000),
  idempotencyKey: crypto.randomUUID(),
  lines: [{ amount: given.amount ?? SUM.amount, title: 'A course' }],
  locale: 'he',
  successUrl: 'http://a.test/done',
  tenant: crypto.randomUUID(),
  ...given,
  order: given.order ?? crypto.randomUUID(),
})

describe('PayPal', () => {
  let server: PayPalServer
  let payments: Payments

  beforeAll(async () => {
    server = await startPayPalServer()
  })
  beforeEach(() => {
    payments = paypalPayments({
      ...PAYPAL_KEYS,
      apiBase: server.url,
      chargeSecret: 'charges',
      timeout: 1500,
    })
    Object.assign(server.store.settings, { capture: 'COMPLETED', refund: 'COMPLETED' })
  })
  afterAll(() => server.close())

  const opened = async (given: Partial<SessionRequest> = {}) => {
    const asked = requestOf(given)
    const { session } = await payments.createSession(asked)

    return { ...asked, session }
  }
  const paid = async () => {
    const order = await opened()
    server.approve(order.session)
    const state = await payments.confirm?.(order.session)

    return { ...order, payment: state?.payment ?? '' }
  }

  it('takes its own currencies alone, and no parts of a forint, a yen or a Taiwan dollar', () => {
    const takes = (currency: string, amount = 100) => payments.takes({ amount, currency })

    expect(['USD', 'EUR', 'ILS', 'HUF', 'JPY', 'TWD'].map((one) => takes(one))).not.toContain(false)
    expect(['RUB', 'INR', 'KWD', 'AED'].map((one) => takes(one))).not.toContain(true)
    expect([takes('HUF', 120_050), takes('TWD', 120_001), takes('JPY', 1)]).toEqual([
      false,
      false,
      true,
    ])
  })

  it.each([
    ['HUF', 120_000, '1200'],
    ['JPY', 500, '500'],
    ['USD', 4905, '49.05'],
  ])(
    'writes an amount of %s as PayPal does, and reads it back',
    async (currency, amount, value) => {
      const { session } = await opened({ amount, currency })
      const [unit] = server.store.orders.get(session)?.purchase_units ?? []

      expect(unit?.amount).toMatchObject({ currency_code: currency, value })
      expect(await payments.lookUp(session)).toMatchObject({ amount, currency, status: 'open' })
    },
  )

  it('takes no money before the buyer agrees, nor from a page that was closed', async () => {
    const { session } = await opened()

    expect(await payments.confirm?.(session)).toMatchObject({ status: 'open' })
    await payments.closeSession(session)
    server.approve(session)
    expect(await payments.confirm?.(session)).toMatchObject({ status: 'expired' })
    expect(server.capturesOf(session)).toEqual([])
  })

  it('takes the money once although PayPal went silent after taking it', async () => {
    const { session } = await opened()
    server.approve(session)
    server.silenceAfter(/\/capture$/, 1)

    expect(await payments.confirm?.(session)).toMatchObject({ amount: 4900, status: 'paid' })
    expect(server.capturesOf(session)).toHaveLength(1)
  })

  it('says that it is away while PayPal fails, dawdles or refuses the account, and works afterwards', async () => {
    server.failNext(2, 503)
    await expect(payments.createSession(requestOf())).rejects.toThrow(PaymentUnavailable)
    server.slowNext(2, 4000)
    await expect(payments.createSession(requestOf())).rejects.toThrow(PaymentUnavailable)
    const wrong = paypalPayments({
      ...PAYPAL_KEYS,
      apiBase: server.url,
      chargeSecret: 'charges',
      secret: 'wrong',
    })
    await expect(wrong.createSession(requestOf())).rejects.toThrow(PaymentUnavailable)

    server.failNext(1, 500)
    expect(await payments.createSession(requestOf())).toMatchObject({ url: expect.any(String) })
  })

  it('asks for a new token when PayPal ends the old one', async () => {
    await opened()
    server.store.tokens.clear()

    expect(await opened()).toMatchObject({ session: expect.any(String) })
  })

  it('says that other means are needed where a card is declined, and takes those on the same page', async () => {
    const { session } = await opened()
    server.approve(session)
    server.store.settings.capture = 'DECLINES'
    await expect(payments.confirm?.(session)).rejects.toThrow(PaymentDeclined)

    server.store.settings.capture = 'COMPLETED'
    server.approve(session)
    expect(await payments.confirm?.(session)).toMatchObject({ status: 'paid' })
  })

  it('waits for money that PayPal looks at first', async () => {
    server.store.settings.capture = 'PENDING'
    const { session } = await paid()

    expect(await payments.lookUp(session)).toMatchObject({ status: 'open' })
    await payments.closeSession(session)
    expect(await payments.lookUp(session)).toMatchObject({ status: 'open' })
  })

  it('tells agreed, paid, denied and refunded apart', async () => {
    const { order, payment, session, tenant } = await paid()
    const refund = crypto.randomUUID()
    await payments.refund({ amount: 900, currency: 'USD', order, payment, refund, session, tenant })
    const read = async (type: string) => payments.verifyEvent(server.delivery(server.latest(type)))

    expect(await read('CHECKOUT.ORDER.APPROVED')).toMatchObject({
      type: 'payment.approved',
      order,
      session,
      tenant,
    })
    expect(await read('PAYMENT.CAPTURE.COMPLETED')).toMatchObject({
      type: 'payment.succeeded',
      amount: 4900,
      payment,
    })
    expect(await read('PAYMENT.CAPTURE.REFUNDED')).toMatchObject({
      type: 'refund.succeeded',
      amount: 900,
      order,
      payment,
      refund: { ours: refund },
      tenant,
    })
    const denied = {
      ...server.latest('PAYMENT.CAPTURE.COMPLETED'),
      event_type: 'PAYMENT.CAPTURE.DENIED',
    }
    expect((await payments.verifyEvent(server.delivery(denied))).type).toBe('payment.failed')
    const other = { ...denied, event_type: 'BILLING.PLAN.CREATED' }
    expect((await payments.verifyEvent(server.delivery(other))).type).toBe('other')
  })

  it('knows a refund made at PayPal’s own desk by the payment', async () => {
    const { payment } = await paid()
    const desk = {
      ...server.latest('PAYMENT.CAPTURE.COMPLETED'),
      event_type: 'PAYMENT.CAPTURE.REFUNDED',
      resource: {
        id: 'DESK1',
        amount: { currency_code: 'USD', value: '1.00' },
        links: [{ href: `${server.url}/v2/payments/captures/${payment}`, rel: 'up' }],
        status: 'COMPLETED',
      },
    }
    const event = await payments.verifyEvent(server.delivery(desk))

    expect(event).toMatchObject({ order: null, payment, refund: { id: 'DESK1', ours: null } })
  })

  it('lists all but disputes where its app may not see them', async () => {
    server.store.settings.seesDisputes = false
    const now = Date.now()
    const { kinds } =
      (await payments.list?.({ from: new Date(now - 3600_000), to: new Date(now) })) ?? {}
    server.store.settings.seesDisputes = true

    expect(kinds).toEqual(['payment', 'refund', 'fee', 'payout', 'other'])
  })

  it('gives money back once although the answer was lost, and says why not', async () => {
    const { order, payment, session, tenant } = await paid()
    const wanted = { currency: 'USD', order, payment, session, tenant }
    server.silenceAfter(/\/refund$/, 1)
    const refund = crypto.randomUUID()

    expect(await payments.refund({ ...wanted, amount: 900, refund })).toMatchObject({
      status: 'succeeded',
    })
    expect(
      [...server.store.refunds.values()].filter(({ links }) => links[0]?.href.endsWith(payment)),
    ).toHaveLength(1)
    expect(
      await payments.refund({ ...wanted, amount: 4900, refund: crypto.randomUUID() }),
    ).toMatchObject({ failure: 'REFUND_AMOUNT_EXCEEDED', status: 'failed' })
  })

  it('takes a certificate from PayPal alone, and no event while it cannot be had', async () => {
    await paid()
    const event = server.latest('PAYMENT.CAPTURE.COMPLETED')
    const from = (certUrl: string) => payments.verifyEvent(server.delivery(event, { certUrl }))

    await expect(from('https://paypal.com.example.org/certs/CERT-1')).rejects.toThrow(BadSignature)
    await expect(from('http://api.paypal.com/certs/CERT-1')).rejects.toThrow(BadSignature)
    await expect(from('nowhere')).rejects.toThrow(BadSignature)
    server.failNext(1)
    await expect(from(`${server.url}/certs/CERT-1`)).rejects.toThrow(PaymentUnavailable)
    expect((await from(`${server.url}/certs/CERT-1`)).type).toBe('payment.succeeded')
  })

  it('charges a kept account once though the answer was lost', async () => {
    const { order, session, tenant } = await opened({ recurs: true })
    server.approve(session)
    await payments.confirm?.(session)
    const before = server.store.captures.size
    server.silenceAfter(/checkout\/orders$/, 1)
    const delivery = await payments.charge?.({
      ...SUM,
      idempotencyKey: `${order}_0`,
      order,
      session,
      tenant,
    })

    expect(delivery && (await payments.verifyEvent(delivery))).toMatchObject({
      type: 'payment.succeeded',
      order,
    })
    expect(server.store.captures.size).toBe(before + 1)
  })
})
