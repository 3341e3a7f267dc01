import type { CartView } from '@/operations/commerce/cartView'

import { MOST_IN_CART } from '@/domain/commerce/cart'
import { asTenant } from '@/database/scope'
import { factories } from '@/test/factories'
import { commerceFactories, type Shop } from '@/test/factories/commerce'
import { call, testPayload } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'

import { addToCart, cart, cartCount, lookAtCart, removeFromCart } from './cart'
import { checkout } from './checkout'
import { checkoutQuote } from './quote'
import { approveTestPayment } from './testGateway'

const payload = testPayload()
const make = () => commerceFactories(payload())

type Person = { id: string }

/** A school that sells three courses, each for 49.00 USD, and somebody who buys there. */
const room = async () => {
  const shop = await make().shop()
  const { tenant } = shop
  const more = await Promise.all([0, 1].map(() => anotherOffer(shop)))
  const user = { ...(await make().buyer(tenant)), emailVerified: true }

  return { more, shop, tenant, user }
}

const anotherOffer = async ({ tenant }: Shop, given: object = {}) => {
  const { id: course } = await factories(payload()).course({ tenant })

  return { course, offer: (await make().offer({ course, tenant, ...given })).id }
}

const put = (tenant: string, user: Person | undefined, ...offers: string[]) =>
  call(addToCart, { data: { items: offers.map((offer) => ({ offer })) }, tenant, user })

const view = async (tenant: string, user: Person): Promise<CartView> =>
  (await call(cart, { tenant, user })).body as CartView

const statesIn = ({ lines }: CartView) => lines.map(({ offer, state }) => [offer, state])

describe('a cart', () => {
  it('holds each offer once, in the order in which they came, however often and fast it is put', async () => {
    const { more, shop, tenant, user } = await room()
    const [second, third] = more.map(({ offer }) => offer)
    await put(tenant, user, shop.offer)
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => put(tenant, user, String(second), shop.offer)),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200))
    expect((await put(tenant, user, String(third))).body).toEqual({ count: 3 })

    const held = await view(tenant, user)
    expect(held.lines.map(({ offer }) => offer)).toEqual([shop.offer, second, third])
    expect(held).toMatchObject({ currency: 'USD', quote: { base: 14_700, isTaxAdded: false } })
    expect((await call(cartCount, { tenant, user })).body).toEqual({ count: 3 })
  })

  it('gives back what is taken out, a second time as well', async () => {
    const { shop, tenant, user } = await room()
    await put(tenant, user, shop.offer)
    const remove = () => call(removeFromCart, { params: { offer: shop.offer }, tenant, user })

    expect((await remove()).body).toEqual({ count: 0 })
    expect((await remove()).body).toEqual({ count: 0 })
    expect(await view(tenant, user)).toEqual({
      currency: '',
      lines: [],
      quote: null,
      refusal: null,
    })
  })

  it('is one person’s own', async () => {
    const { shop, tenant, user } = await room()
    await put(tenant, user, shop.offer)

    expect((await view(tenant, await make().buyer(tenant))).lines).toEqual([])
  })

  it('shows how each thing in it stands, and prices what is bought together as the checkout does', async () => {
    const { more, shop, tenant, user } = await room()
    const [second, third] = more
    const bundle = await anotherOffer(shop, { courses: [second?.course] })
    const plan = await anotherOffer(shop, { interval: 'month', kind: 'subscription' })
    const offers = [shop, second, third, bundle, plan].map((one) => one?.offer ?? '')
    await put(tenant, user, ...offers)
    await asTenant(tenant, () =>
      payload().update({ id: third?.offer ?? '', collection: 'offers', data: { isActive: false } }),
    )
    const owned = await anotherOffer(shop, { kind: 'free' })
    await call(checkout, { data: { items: [{ offer: owned.offer }] }, tenant, user })
    await put(tenant, user, owned.offer)
    const held = await view(tenant, user)

    expect(statesIn(held)).toEqual([
      [shop.offer, 'ready'],
      [second?.offer, 'within'],
      [third?.offer, 'gone'],
      [bundle.offer, 'ready'],
      [plan.offer, 'alone'],
      [owned.offer, 'owned'],
    ])
    const ready = [shop.offer, bundle.offer].map((offer) => ({ offer }))
    const quoted = await call(checkoutQuote, { data: { items: ready }, tenant, user })
    const { base } = quoted.body as { base: number }
    expect(held.quote).toEqual({ base, isTaxAdded: false })
  })

  it('of a visitor is looked at without being kept, and leaves out what the school does not have', async () => {
    const { shop, tenant, user } = await room()
    const items = [{ offer: shop.offer }, { offer: (await make().shop()).offer }]
    const seen = (await call(lookAtCart, { data: { items }, tenant })).body as CartView

    expect(statesIn(seen)).toEqual([[shop.offer, 'ready']])
    expect(seen.quote?.base).toBe(4900)
    expect((await view(tenant, user)).lines).toEqual([])
  })

  it('is emptied of what was paid, and of nothing else', async () => {
    const { more, shop, tenant, user } = await room()
    const [second, third] = more.map(({ offer }) => offer)
    await put(tenant, user, shop.offer, String(second), String(third))
    const items = [{ offer: shop.offer }, { offer: second }]
    const { body } = await call(checkout, { data: { items }, tenant, user })
    const { url } = body as { url: string }
    const params = { session: url.split('/').at(-1) ?? '' }
    await settleOnly(payload(), 'emptyCartOnOrderPaid')
    expect((await view(tenant, user)).lines).toHaveLength(3)
    await call(approveTestPayment, { params, tenant, user })
    await settleOnly(payload(), 'applyOnPaymentEventReceived')
    await settleOnly(payload(), 'emptyCartOnOrderPaid')

    expect(statesIn(await view(tenant, user))).toEqual([[third, 'ready']])
  })

  it('loses an offer that is deleted', async () => {
    const { shop, tenant, user } = await room()
    await put(tenant, user, shop.offer)
    await asTenant(tenant, () => payload().delete({ id: shop.offer, collection: 'offers' }))

    expect((await view(tenant, user)).lines).toEqual([])
  })

  it('refuses strangers, offers of another school, and more than it holds', async () => {
    const { shop, tenant, user } = await room()
    const elsewhere = await make().shop()
    const many = await asTenant(tenant, async () => {
      const { course } = shop
      const made = []
      for (let n = 0; n < MOST_IN_CART; n += 1) {
        made.push((await make().offer({ course, tenant })).id)
      }

      return made
    })

    expect((await put(tenant, undefined, shop.offer)).status).toBe(401)
    expect((await put(tenant, user, elsewhere.offer)).status).toBe(404)
    expect((await put(tenant, user)).status).toBe(400)
    expect((await put(tenant, user, ...many)).body).toEqual({ count: MOST_IN_CART })
    expect(await put(tenant, user, shop.offer)).toMatchObject({
      body: { code: 'cartFull', most: MOST_IN_CART },
      status: 422,
    })
    expect((await call(cartCount, { tenant, user })).body).toEqual({ count: MOST_IN_CART })
  }, 120_000)
})
