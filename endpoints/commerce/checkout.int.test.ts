import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { row } from '@/database/transaction'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { everyStatement } from '@/test/everyStatement'
import { call, requestOf, testPayload } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'

import { checkout } from './checkout'
import { checkoutQuote, checkoutQuoteByLink } from './quote'
import { approveTestPayment, declineTestPayment, testSession } from './testGateway'
import { stripeWebhook } from './webhooks'

const payload = testPayload()
const settle = () => settleOnly(payload(), 'applyOnPaymentEventReceived')
const make = () => commerceFactories(payload())

const confirmed = async (tenant: string) => ({
  ...(await make().buyer(tenant)),
  emailVerified: true,
})

/** A buyer with an order at the test gateway. */
const atGateway = async () => {
  const { offer, tenant } = await make().shop()
  const user = await confirmed(tenant)
  const { body } = await call(checkout, { data: { items: [{ offer }] }, tenant, user })
  const { order, url } = body as { order: string; url: string }

  return { order, params: { session: url.split('/').at(-1) ?? '' }, tenant, user }
}

const statusOf = ({ order, tenant }: { order: string; tenant: string }) =>
  asTenant(tenant, async () =>
    row<{ status: string }>(
      await requestOf(),
      sql`select status::text from orders where id = ${order}`,
    ),
  )

describe('coupons’ codes', () => {
  it('are not guessed: a flood of them from one address is held back, in quotes and checkouts together', async () => {
    const { offer, tenant } = await make().shop()
    const user = await confirmed(tenant)
    const ask = (endpoint: typeof checkout, address: string, coupon?: string) =>
      call(endpoint, {
        data: { coupon, items: [{ offer }] },
        headers: { 'x-forwarded-for': address },
        tenant,
        user,
      })
    for (let turn = 0; turn < 15; turn += 1) {
      expect((await ask(checkoutQuote, '203.0.113.7', `GUESS${turn}`)).status).toBe(422)
      expect((await ask(checkout, '203.0.113.7', `OTHER${turn}`)).status).toBe(422)
    }

    expect(await ask(checkoutQuote, '203.0.113.7', 'ONEMORE')).toMatchObject({
      body: { code: 'tooMany' },
      status: 429,
    })
    expect((await ask(checkout, '203.0.113.7', 'ONEMORE')).status).toBe(429)
    expect((await ask(checkoutQuote, '203.0.113.7')).status).toBe(200)
    expect((await ask(checkoutQuote, '203.0.113.8', 'ONEMORE')).status).toBe(422)
  })
})

describe('POST /api/checkout', () => {
  it('makes an order of one line or of five with twelve statements at most', async () => {
    const { tenant } = await make().shop()
    const user = await confirmed(tenant)
    const offers: string[] = []
    for (let line = 0; line < 6; line += 1) {
      const { id: course } = await factories(payload()).course({ tenant })
      offers.push((await make().offer({ course, tenant })).id)
    }
    const buy = (some: string[]) =>
      everyStatement(payload(), async () => {
        const items = some.map((offer) => ({ offer }))
        expect((await call(checkout, { data: { items }, tenant, user })).status).toBe(201)
      })
    const five = await buy(offers.slice(1))
    expect(five.length).toBeLessThanOrEqual(12)
    expect((await buy(offers.slice(0, 1))).length).toBeLessThanOrEqual(12)
  })

  it('answers each wrong request with a code', async () => {
    const { offer, tenant } = await make().shop()
    const other = await make().shop()
    const user = await confirmed(tenant)
    const items = [{ offer }]
    const answers = [
      await call(checkout, { data: { items }, tenant }),
      await call(checkout, { data: {}, tenant, user }),
      await call(checkout, { data: { items: [] }, tenant, user }),
      await call(checkout, { data: { items: 'all' }, tenant, user }),
      await call(checkout, { data: { items: [{ offer: 'x' }] }, tenant, user }),
      await call(checkout, { data: { coupon: 7, items }, tenant, user }),
      await call(checkout, { data: { items: [{ offer: other.offer }] }, tenant, user }),
      await call(checkout, { data: { coupon: 'NOSUCH', items }, tenant, user }),
      await call(checkout, { data: { coupon: 'NO\u0000SUCH', items }, tenant, user }),
      await call(checkout, {
        data: { items },
        tenant,
        user: { ...user, emailVerified: false } as never,
      }),
    ]

    expect(answers.map(({ body, status }) => [status, (body as { code: string }).code])).toEqual([
      [401, 'signInRequired'],
      [400, 'badInput'],
      [400, 'badInput'],
      [400, 'badInput'],
      [400, 'badInput'],
      [400, 'badInput'],
      [404, 'notFound'],
      [422, 'couponUnknown'],
      [400, 'badCharacter'],
      [422, 'confirmEmailFirst'],
    ])
  })
})

describe('POST /api/checkout/quote', () => {
  it('shows a visitor what everything costs', async () => {
    const { course, offer, tenant } = await make().shop()
    const { code } = await make().coupon({ percentOff: 10, tenant })
    const { body, status } = await call(checkoutQuote, {
      data: { coupon: code, items: [{ offer }] },
      tenant,
    })

    const link = { query: { coupon: code, offer }, tenant }
    expect(await call(checkoutQuoteByLink, link)).toMatchObject({ body, status })
    expect(status).toBe(200)
    expect(body).toEqual({
      base: 4900,
      coupon: code,
      currency: 'USD',
      discount: 490,
      isOwned: false,
      lines: [
        {
          slug: expect.any(String),
          access: { count: null, unit: 'forever' },
          base: 4900,
          course,
          courses: [{ id: course, isOwned: false, title: expect.any(String) }],
          cover: null,
          discount: 490,
          offer,
          tax: 0,
          terms: null,
          title: 'The whole course',
          total: 4410,
        },
      ],
      providers: ['test'],
      tax: 0,
      total: 4410,
    })
  })
})

describe('the test gateway', () => {
  it('shows its buyer the sum, and pays the order when she approves, once', async () => {
    const given = await atGateway()
    const shown = await call(testSession, given)
    const approved = [await call(approveTestPayment, given), await call(approveTestPayment, given)]
    await settle()

    expect(shown).toMatchObject({
      body: { amount: 4900, currency: 'USD', order: given.order, status: 'open' },
      status: 200,
    })
    expect(
      approved.map(({ body, status }) => [status, (body as { status: string }).status]),
    ).toEqual([
      [200, 'paid'],
      [200, 'paid'],
    ])
    expect(await statusOf(given)).toEqual({ status: 'paid' })
    expect(await call(declineTestPayment, given)).toMatchObject({
      body: { code: 'notPayable' },
      status: 409,
    })
  })

  it('fails the order when she declines, and she can start again', async () => {
    const given = await atGateway()
    const declined = await call(declineTestPayment, given)
    await settle()

    expect(declined).toMatchObject({ body: { status: 'failed' }, status: 200 })
    expect(await statusOf(given)).toEqual({ status: 'failed' })
    expect(await call(approveTestPayment, given)).toMatchObject({ status: 409 })
  })

  it('is closed to anybody else', async () => {
    const given = await atGateway()
    const stranger = await confirmed(given.tenant)
    const { tenant: elsewhere } = await make().shop()

    for (const endpoint of [testSession, approveTestPayment, declineTestPayment]) {
      expect(await call(endpoint, { ...given, user: undefined })).toMatchObject({ status: 401 })
      expect(await call(endpoint, { ...given, user: stranger })).toMatchObject({ status: 404 })
      expect(await call(endpoint, { ...given, tenant: elsewhere })).toMatchObject({ status: 404 })
    }
    expect(await statusOf(given)).toEqual({ status: 'pending' })
  })

  it('leaves no way in for events of a provider that is not set up', async () => {
    const { tenant } = await make().shop()

    expect(await call(stripeWebhook, { data: { id: 'evt_1' }, tenant })).toMatchObject({
      body: { code: 'badSignature' },
      status: 400,
    })
  })
})

describe('orders in the API', () => {
  it('are read by their buyer and by managers, and written by nobody', async () => {
    const { order, tenant, user } = await atGateway()
    const stranger = await confirmed(tenant)
    const seenBy = (person: { id: string }) =>
      asTenant(tenant, async () => {
        const as = {
          depth: 0,
          overrideAccess: false,
          user: { ...person, collection: 'users' } as never,
        }
        const [orders, lines] = [
          await payload().find({ collection: 'orders', ...as }),
          await payload().find({ collection: 'order-lines', ...as }),
        ]

        return [orders.totalDocs, lines.totalDocs]
      })
    const write = () =>
      asTenant(tenant, () =>
        payload().update({
          id: order,
          collection: 'orders',
          data: { status: 'paid' },
          overrideAccess: false,
          user: { ...user, collection: 'users', roles: ['owner'] },
        }),
      )

    expect(await seenBy(user)).toEqual([1, 1])
    expect(await seenBy(stranger)).toEqual([0, 0])
    expect(await seenBy({ ...stranger, roles: ['owner'] } as never)).toEqual([1, 1])
    await expect(write()).rejects.toThrow('not allowed')
  })
})
