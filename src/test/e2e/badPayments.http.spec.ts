import type { RazorpayServer } from '@/test/razorpay/server'
import type { CheckedOut } from './buying'
import type { RunSchool } from './runSchool'
import type { Visitor } from './visitor'

import { ACCOUNT_KEYS } from '@/test/providers/keys'
import { startRazorpayServer } from '@/test/razorpay/server'

import { make } from './admin'
import { confirmed, newPerson } from './buying'
import { eventually } from './eventually'
import { runSchool } from './runSchool'
import { said } from './said'
import { visitorAt } from './visitor'

const WEBHOOK = '/api/payments/razorpay/webhook'

let razorpay: RazorpayServer
let school: RunSchool

beforeAll(async () => {
  razorpay = await startRazorpayServer({ port: Number(process.env.E2E_RAZORPAY_PORT) })
  school = await runSchool('Careful School', { locale: 'en' })
  await make(school.owner, 'payment-accounts', {
    isActive: true,
    position: 1,
    provider: 'razorpay',
    ...ACCOUNT_KEYS.razorpay,
  })
}, 120_000)
afterAll(() => razorpay.close())

/** A course of 49.00 USD that no other test sells, and somebody who wants it. */
const sale = async ({ isOpenPrice = false } = {}) => {
  const slug = `careful-${crypto.randomUUID().slice(0, 8)}`
  const { host, owner } = school
  const course = await make(owner, 'courses', { slug, _status: 'published', title: 'Still waters' })
  const offer = await make(owner, 'offers', {
    access: { unit: 'forever' },
    course,
    isActive: true,
    isDefault: true,
    isOpenPrice,
    kind: 'oneTime',
    prices: [{ amount: 4900, currency: 'USD', ...(isOpenPrice && { least: 1000 }) }],
    title: 'The course',
  })
  const buyer = await confirmed(visitorAt(host), newPerson('Bea Buyer'))

  return { slug, buyer, offer }
}

const order = (one: Visitor, offer: string, data: object = {}) =>
  one.post('/api/checkout', { items: [{ offer }], ...data })

const placed = async (one: Visitor, offer: string) => {
  const { order: id, url } = (await order(one, offer)).json<CheckedOut>()

  return { id, link: new URL(url).pathname.split('/').at(-1) ?? '' }
}

type Delivery = { body: string; headers: Headers }

const tell = ({ body, headers }: Delivery, host = school.host) =>
  visitorAt(host).send({
    body,
    headers: Object.fromEntries(headers),
    method: 'POST',
    path: WEBHOOK,
  })

const receiptOf = async (delivery: Delivery) =>
  (await tell(delivery)).json<{ receipt: string }>().receipt

const paidFor = async (id: string) => {
  const { docs } = (
    await school.owner.get(`/api/payments?depth=0&where[order][equals]=${id}`)
  ).json<{ docs: { amount: number; status: string }[] }>()

  return docs.filter(({ status }) => status === 'succeeded').map(({ amount }) => amount)
}

const statusOf = async (id: string) =>
  (await school.owner.get(`/api/orders/${id}?depth=0`)).json<{ status: string }>().status

const isOpenTo = async (one: Visitor, slug: string) =>
  (await one.get(`/api/learn/${slug}`)).json<{ enrollment?: null | object }>().enrollment != null

/** What became of the events that were told of an order. */
const refusalsOf = async (id: string) => {
  const { docs } = (
    await school.owner.get('/api/payment-events?depth=0&limit=100&sort=-receivedAt')
  ).json<{
    docs: { outcome: null | string; refusal: null | string; report: { order?: string } }[]
  }>()
  const own = docs.filter(({ report }) => report.order === id)

  return own.length > 0 && own.every(({ outcome }) => outcome !== null)
    ? own.map(({ refusal }) => refusal)
    : null
}

describe('events of a provider', () => {
  it('that are forged are refused, and open nothing', async () => {
    const { slug, buyer, offer } = await sale()
    const { id, link } = await placed(buyer, offer)
    const right = razorpay.delivery(razorpay.pay(link))
    const forged = razorpay.delivery(JSON.parse(right.body) as never, { secret: 'not ours' })
    const altered = { ...right, body: right.body.replace('4900', '4901') }
    const unsigned = { ...right, headers: new Headers() }

    for (const delivery of [forged, altered, unsigned]) {
      expect(said(await tell(delivery))).toEqual([400, 'badSignature'])
    }
    expect(await statusOf(id)).toBe('pending')
    expect(await isOpenTo(buyer, slug)).toBe(false)
  })

  it('that are replayed take no second payment, from whatever window', async () => {
    const { slug, buyer, offer } = await sale()
    const { id, link } = await placed(buyer, offer)
    const delivery = razorpay.delivery(razorpay.pay(link))
    const receipts = await Promise.all(Array.from({ length: 5 }, () => receiptOf(delivery)))

    expect(receipts.toSorted()).toEqual(
      ['received', ...Array<string>(4).fill('repeated')].toSorted(),
    )
    await eventually(() => isOpenTo(buyer, slug))
    expect(await receiptOf(delivery)).toBe('repeated')
    expect(await paidFor(id)).toEqual([4900])
  })

  it('that come in another order come to the same', async () => {
    const { buyer, offer } = await sale()
    const { id, link } = await placed(buyer, offer)
    const paid = razorpay.pay(link)
    const payment = [...razorpay.store.payments.values()].at(-1)
    const refund = {
      id: `rfnd_${link}`,
      amount: 900,
      created_at: Math.floor(Date.now() / 1000),
      currency: 'USD',
      entity: 'refund' as const,
      notes: [] as [],
      payment_id: payment?.id ?? '',
      receipt: null,
      status: 'processed' as const,
    }
    const early = razorpay.delivery(razorpay.refundEvent('refund.processed', refund))
    expect(await receiptOf(early)).toMatch(/received|ignored/)
    expect(await receiptOf(razorpay.delivery(paid))).toBe('received')
    await eventually(async () => (await statusOf(id)) === 'paid')
    await tell(early)
    const given = async () =>
      (await school.owner.get(`/api/orders/${id}/refunds`)).json<{
        left: number
        refunds: { amount: number; status: string }[]
      }>()
    await tell(razorpay.delivery(razorpay.refundEvent('refund.processed', refund)))

    expect(
      await eventually(async () => ((await given()).refunds.length > 0 ? given() : null)),
    ).toMatchObject({
      left: 4000,
      refunds: [{ amount: 900, status: 'succeeded' }],
    })
    expect(await paidFor(id)).toEqual([4900])
  })

  it.each([
    ['a smaller sum', { amount: 4800 }, 'amountMismatch'],
    ['a larger sum', { amount: 490_000 }, 'amountMismatch'],
    ['another currency', { currency: 'INR' }, 'currencyMismatch'],
  ])(
    'of %s than is owed pay nothing, and stand in the log with their reason',
    async (_, money, refusal) => {
      const { slug, buyer, offer } = await sale()
      const { id, link } = await placed(buyer, offer)
      const { payload } = razorpay.pay(link)
      const payment = { ...payload.payment?.entity, ...money }
      const about = { ...payload.payment_link?.entity, ...money }
      const event = razorpay.eventOf('payment_link.paid', { payment, payment_link: about })
      expect(await receiptOf(razorpay.delivery(event))).toBe('received')

      expect(await eventually(() => refusalsOf(id))).toEqual([refusal])
      expect(await statusOf(id)).toBe('pending')
      expect(await isOpenTo(buyer, slug)).toBe(false)
      expect(await paidFor(id)).toEqual([])
    },
  )

  it('of one school are nothing to another', async () => {
    const { buyer, offer } = await sale()
    const { id, link } = await placed(buyer, offer)
    const delivery = razorpay.delivery(razorpay.pay(link))
    const other = await runSchool('Another School')

    expect(said(await tell(delivery, other.host))).toEqual([400, 'badSignature'])
    expect(await statusOf(id)).toBe('pending')
  })

  it('that never come are made up for when the buyer is back', async () => {
    const { slug, buyer, offer } = await sale()
    const { id, link } = await placed(buyer, offer)
    razorpay.pay(link)
    await buyer.get(`/orders/${id}/thanks`)

    await eventually(() => isOpenTo(buyer, slug))
    expect(await paidFor(id)).toEqual([4900])
  })
})

describe('a purchase', () => {
  it.each([
    ['below zero', { items: (offer: string) => [{ amount: -4900, offer }] }],
    ['of a fraction', { items: (offer: string) => [{ amount: 0.5, offer }] }],
    ['beyond all numbers', { items: (offer: string) => [{ amount: 1e300, offer }] }],
    ['with a tip below zero', { tip: -4900 }],
    ['with a tip beyond all numbers', { tip: 1e300 }],
    [
      'of fifty-one things',
      { items: (offer: string) => Array.from({ length: 51 }, () => ({ offer })) },
    ],
    ['of nothing', { items: () => [] }],
  ])(
    '%s is refused with a code, and nothing is placed',
    async (_, { items, ...data }: { items?: (offer: string) => object[]; tip?: number }) => {
      const { buyer, offer } = await sale({ isOpenPrice: items !== undefined })
      for (const path of ['/api/checkout', '/api/checkout/quote']) {
        const answer = await buyer.post(path, { items: items?.(offer) ?? [{ offer }], ...data })
        expect([400, 422]).toContain(answer.status)
        expect(said(answer)[1]).toMatch(/^\w+$/)
      }
      expect((await buyer.get('/api/orders')).json()).toMatchObject({ totalDocs: 0 })
    },
  )

  it('whose price is not the buyer’s to name costs what it costs, whatever is named', async () => {
    const { buyer, offer } = await sale()
    const items = [{ amount: -4900, offer }]

    expect((await buyer.post('/api/checkout', { items })).json()).toMatchObject({ total: 4900 })
  })

  it('takes no number of one thing: asked for a thousand times, it is one, at its price', async () => {
    const { buyer, offer } = await sale()
    for (const quantity of [-3, 0, 1000, 1e300]) {
      const answer = await buyer.post('/api/checkout/quote', { items: [{ offer, quantity }] })
      expect(answer.status).toBe(200)
      expect(answer.json()).toMatchObject({ total: 4900 })
    }
  })

  it('of what another school sells is not found, alone or beside what is sold here, bought or put into the cart', async () => {
    const { buyer, offer } = await sale()
    const other = await runSchool('Another School')
    const slug = `foreign-${crypto.randomUUID().slice(0, 8)}`
    const course = await make(other.owner, 'courses', {
      slug,
      _status: 'published',
      title: 'Other',
    })
    const foreign = await make(other.owner, 'offers', {
      access: { unit: 'forever' },
      course,
      isActive: true,
      kind: 'oneTime',
      prices: [{ amount: 100, currency: 'USD' }],
      title: 'The other course',
    })
    for (const items of [[{ offer: foreign }], [{ offer }, { offer: foreign }]]) {
      for (const path of ['/api/checkout', '/api/checkout/quote', '/api/cart']) {
        expect((await buyer.post(path, { items })).status).toBe(404)
      }
    }
    expect((await buyer.get('/api/cart')).json()).toMatchObject({ lines: [] })
    expect((await other.owner.get('/api/cart')).json()).toMatchObject({ lines: [] })
  })

  it('at a price that changed meanwhile is not placed, and what was placed before costs what was shown', async () => {
    const { slug, buyer, offer } = await sale()
    const { link } = await placed(buyer, offer)
    const late = await confirmed(visitorAt(school.host), newPerson('Lea Late'))
    const changed = await school.owner.patch(`/api/offers/${offer}`, {
      prices: [{ amount: 5900, currency: 'USD' }],
    })
    expect(changed.status).toBe(200)

    expect(said(await order(late, offer, { total: 4900 }))).toEqual([409, 'priceChanged'])
    expect((await late.get('/api/orders')).json()).toMatchObject({ totalDocs: 0 })
    expect((await order(late, offer, { total: 5900 })).status).toBe(201)
    expect(await receiptOf(razorpay.delivery(razorpay.pay(link)))).toBe('received')
    await eventually(() => isOpenTo(buyer, slug))
  })

  it('by a coupon that is used up, or over, is refused, however many come at once', async () => {
    const { offer } = await sale()
    const code = `ONE${crypto.randomUUID().slice(0, 6).toUpperCase()}`
    const over = `OVER${crypto.randomUUID().slice(0, 6).toUpperCase()}`
    await make(school.owner, 'coupons', { code, maxRedemptions: 1, percentOff: 50 })
    await make(school.owner, 'coupons', {
      code: over,
      expiresAt: new Date(Date.now() - 1000).toISOString(),
      percentOff: 50,
    })
    const buyers = await Promise.all(
      Array.from({ length: 4 }, () => confirmed(visitorAt(school.host), newPerson('Cai Coupon'))),
    )
    const answers = await Promise.all(buyers.map((one) => order(one, offer, { coupon: code })))

    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422, 422, 422])
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      expect(said(answer)).toEqual([422, 'couponExhausted'])
    }
    for (const one of buyers) {
      expect(said(await order(one, offer, { coupon: over }))).toEqual([422, 'couponExpired'])
    }
  }, 60_000)
})

describe('two refunds at once', () => {
  it('give back what was paid, and not a unit more', async () => {
    const { slug, buyer, offer } = await sale()
    const { id, link } = await placed(buyer, offer)
    await tell(razorpay.delivery(razorpay.pay(link)))
    await eventually(() => isOpenTo(buyer, slug))
    const before = razorpay.store.refunds.size
    const give = () =>
      school.owner.post(`/api/orders/${id}/refunds`, {
        endsAccess: false,
        key: crypto.randomUUID(),
        reason: 'Asked for',
        wish: { amount: 3000 },
      })
    const answers = await Promise.all([give(), give(), give()])

    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422, 422])
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      expect(said(answer)).toEqual([422, 'refundTooMuch'])
    }
    await eventually(() => Promise.resolve(razorpay.store.refunds.size > before))
    expect([...razorpay.store.refunds.values()].slice(before)).toMatchObject([{ amount: 3000 }])
  })
})
