import { describe, expect, it } from '@jest/globals'

import type { SoldPlan } from './planCatalog'

import { startStripeServer } from '@/test/stripe/server'

import { stripePlanCatalog } from './planCatalog'
import { PaymentUnavailable } from './types'

const plan: SoldPlan = {
  id: '019a2b3c-4d5e-7f60-8123-456789abcdef',
  name: 'Studio',
  amount: 4900,
  currency: 'USD',
  description: 'For a small school.',
  isOffered: true,
  version: '1',
}

const stripe = async () => {
  const server = await startStripeServer()
  const catalog = stripePlanCatalog({
    apiBase: server.url,
    secretKey: 'sk_test_lectern',
    timeout: 300,
  })
  const { prices, products } = server.store

  return {
    catalog,
    prices: () => [...prices.values()],
    products: () => [...products.values()],
    selling: () =>
      [...prices.values()].filter(({ active }) => active).map((one) => one.unit_amount),
    server,
  }
}

describe('a plan at Stripe', () => {
  it('is a product with one monthly price, however often it is told', async () => {
    const { catalog, prices, products, server } = await stripe()
    const first = await catalog.put(plan)
    const again = await catalog.put(plan)

    expect(again).toEqual(first)
    expect(products()).toMatchObject([
      {
        id: first.product,
        name: 'Studio',
        active: true,
        default_price: first.price,
        description: 'For a small school.',
        metadata: { plan: plan.id },
      },
    ])
    expect(prices()).toMatchObject([
      {
        id: first.price,
        active: true,
        currency: 'usd',
        recurring: { interval: 'month' },
        unit_amount: 4900,
      },
    ])
    await server.close()
  })

  it('gets another price when its price changes, and the first again when it changes back', async () => {
    const { catalog, prices, products, selling, server } = await stripe()
    const { price: first } = await catalog.put(plan)
    const { price: second } = await catalog.put({ ...plan, amount: 5900, version: '2' })

    expect(second).not.toBe(first)
    expect(selling()).toEqual([5900])
    expect(products()).toMatchObject([{ default_price: second }])
    expect(await catalog.put({ ...plan, version: '3' })).toMatchObject({ price: first })
    expect(selling()).toEqual([4900])
    expect(prices()).toHaveLength(2)
    await server.close()
  })

  it('takes its words and whether it is offered from the plan, and has an amount of each currency’s own', async () => {
    const { catalog, prices, products, server } = await stripe()
    await catalog.put(plan)
    await catalog.put({
      ...plan,
      name: 'Atelier',
      description: null,
      isOffered: false,
      version: '2',
    })
    await catalog.put({ ...plan, id: 'other', amount: 500, currency: 'ISK' })

    expect(products()).toMatchObject([
      { name: 'Atelier', active: false, description: null },
      { active: true },
    ])
    expect(prices().at(-1)).toMatchObject({ currency: 'isk', unit_amount: 50_000 })
    await server.close()
  })

  it('is one product and one price when several workers tell of it at once', async () => {
    const { catalog, prices, products, selling, server } = await stripe()
    await Promise.all(Array.from({ length: 6 }, () => catalog.put(plan)))

    expect([products(), prices(), selling()]).toMatchObject([[{}], [{}], [4900]])
    await server.close()
  })

  it('is carried on after Stripe did what was asked and never said so, at whichever step', async () => {
    for (const steps of [1, 2, 4, 5, 7, 9]) {
      const { catalog, prices, products, selling, server } = await stripe()
      server.silenceNext(steps)
      await catalog.put(plan).catch((error: unknown) => {
        expect(error).toBeInstanceOf(PaymentUnavailable)
      })
      server.silenceNext(0)
      await catalog.put({ ...plan, amount: 5900, version: '2' })

      expect(products()).toMatchObject([{ name: 'Studio', active: true }])
      expect(selling()).toEqual([5900])
      expect(prices().length).toBeLessThanOrEqual(2)
      await server.close()
    }
  }, 60_000)

  it('says so in our words when Stripe does not answer at all, or refuses', async () => {
    const { catalog, server } = await stripe()
    server.failNext(20)

    await expect(catalog.put(plan)).rejects.toThrow(PaymentUnavailable)
    server.failNext(0)
    await expect(catalog.put({ ...plan, name: '' })).rejects.toThrow('Stripe: ')
    await server.close()
  })

  it('is sold no more when it is gone; one that never was is no error', async () => {
    const { catalog, products, server } = await stripe()
    await catalog.put(plan)
    await catalog.remove(plan.id)
    await catalog.remove(plan.id)
    await catalog.remove('never')

    expect(products()).toMatchObject([{ active: false }])
    await server.close()
  })
})
