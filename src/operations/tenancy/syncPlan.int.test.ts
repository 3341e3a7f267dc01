// First, since it sets the environment that all else reads.
import { STRIPE } from '@/test/stripe/settings'

import type { Plan } from '@payload-types'

import type { PlanCatalog } from '@/adapters/payments/planCatalog'
import type { StripeServer } from '@/test/stripe/server'

import { planCatalog } from '@/adapters/payments/index'
import { PaymentUnavailable } from '@/adapters/payments/types'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { requestOf, settle, testPayload } from '@/test/harness'
import { startStripeServer } from '@/test/stripe/server'
import { ensurePlatform } from '@/seed/platform'

import { syncMissedPlans, syncPlan } from './syncPlan'

const payload = testPayload()

let stripe: StripeServer
let platform: string

beforeAll(async () => {
  stripe = await startStripeServer(STRIPE)
  platform = await ensurePlatform(payload())
})

afterAll(() => stripe.close())

const inPlatform = <T>(work: () => Promise<T>): Promise<T> => asTenant(platform, work)

const create = (given: Partial<Plan> = {}): Promise<Plan> =>
  inPlatform(async () =>
    payload().create({
      collection: 'plans',
      data: {
        name: `Plan ${crypto.randomUUID()}`,
        currency: 'USD',
        isOffered: true,
        price: 4900,
        ...given,
        tenant: platform,
      },
      depth: 0,
      overrideAccess: true,
      req: await requestOf(),
    }),
  )

const change = (id: string, data: Partial<Plan>): Promise<Plan> =>
  inPlatform(async () =>
    payload().update({
      id,
      collection: 'plans',
      data,
      depth: 0,
      overrideAccess: true,
      req: await requestOf(),
    }),
  )

const read = (id: string): Promise<Plan> =>
  inPlatform(async () =>
    payload().findByID({
      id,
      collection: 'plans',
      depth: 0,
      overrideAccess: true,
      req: await requestOf(),
    }),
  )

const sync = (plan: string, catalog?: PlanCatalog) =>
  inPlatform(async () => syncPlan({ catalog, plan, req: await requestOf() }))

const selling = (id: string): number[] =>
  [...stripe.store.prices.values()]
    .filter(({ active, metadata }) => active && metadata.plan === id)
    .map((one) => one.unit_amount)

const catalog = (): PlanCatalog => {
  const found = planCatalog()
  if (!found) {
    throw new Error('Stripe is not set up.')
  }

  return found
}

describe('a plan that was saved', () => {
  it('is sold at Stripe as it is, and says so', async () => {
    const { id, name } = await create()
    await settle()
    const { sale, updatedAt } = await read(id)

    expect(stripe.store.products.get(sale?.product ?? '')).toMatchObject({
      name,
      active: true,
      default_price: sale?.price,
    })
    expect(selling(id)).toEqual([4900])
    expect(sale?.error).toBeNull()
    expect(new Date(sale?.syncedAt ?? 0).getTime()).toBeGreaterThanOrEqual(
      new Date(updatedAt).getTime(),
    )
  })

  it('is sold at its new price alone, and told again changes nothing', async () => {
    const { id } = await create()
    await settle()
    await change(id, { price: 5900 })
    await settle()
    const before = await read(id)
    const size = stripe.store.prices.size
    await sync(id)

    expect(selling(id)).toEqual([5900])
    expect(stripe.store.prices.size).toBe(size)
    expect((await read(id)).sale).toMatchObject({
      price: before.sale?.price,
      product: before.sale?.product,
    })
  })

  it('ends at the price of its row after saves and workers at once', async () => {
    const { id } = await create()
    await Promise.all([1000, 2000, 3000, 4000].map((price) => change(id, { price })))
    await Promise.all([sync(id), sync(id), settle()])
    const { price, sale } = await read(id)

    expect(selling(id)).toEqual([price])
    expect(stripe.store.prices.get(sale?.price ?? '')).toMatchObject({ unit_amount: price })
  })

  it('ends so, too, where a worker with the old price is the last to reach Stripe', async () => {
    const { id } = await create()
    const put = async (...given: Parameters<PlanCatalog['put']>) => {
      if (given[0].amount === 4900) {
        await change(id, { price: 7900 })
        await sync(id)
      }

      return catalog().put(...given)
    }
    await sync(id, { ...catalog(), put })

    expect(selling(id)).toEqual([7900])
    await settle()
    expect(selling(id)).toEqual([7900])
  })

  it('says what Stripe refused, keeps what it had, and is told again by the hour', async () => {
    const { id } = await create()
    await settle()
    const before = await read(id)
    await change(id, { price: 6900 })
    stripe.failNext(1000)
    await expect(sync(id)).rejects.toThrow(PaymentUnavailable)
    stripe.failNext(0)
    const failed = await read(id)

    expect(failed.sale).toMatchObject({
      error: 'Stripe: Something went wrong.',
      price: before.sale?.price,
    })
    expect(failed.updatedAt > (failed.sale?.syncedAt ?? '')).toBe(true)
    await syncMissedPlans(payload())
    expect((await read(id)).sale).toMatchObject({ error: null })
    expect(selling(id)).toEqual([6900])
  })

  it('is told to Stripe once that is set up, though it is older', async () => {
    const { id } = await create()
    await settle()
    await systemPool().query(
      `update plans set sale_product = null, sale_price = null, sale_synced_at = null where id = $1`,
      [id],
    )
    await syncMissedPlans(payload())

    expect((await read(id)).sale?.product).toBe(`lectern_${id}`)
  })

  it('is sold no more when it is deleted', async () => {
    const { id } = await create()
    await settle()
    await inPlatform(async () =>
      payload().delete({ id, collection: 'plans', overrideAccess: true, req: await requestOf() }),
    )
    await settle()

    expect(stripe.store.products.get(`lectern_${id}`)).toMatchObject({ active: false })
  })

  it('has its ids written by nobody but the worker', async () => {
    const { id } = await create()
    await settle()
    const before = await read(id)
    await inPlatform(async () =>
      payload().update({
        id,
        collection: 'plans',
        data: { sale: { product: 'prod_forged' } },
        depth: 0,
        overrideAccess: false,
        req: await requestOf({ id: before.id, roles: ['superAdmin'] } as never),
      }),
    )

    expect((await read(id)).sale?.product).toBe(before.sale?.product)
  })
})
