import type { Payload } from 'payload'

import type { Offer, Upsell } from '@payload-types'

import { asTenant } from '@/database/scope'
import { acceptProposal, declineProposal, proposalAfter } from '@/operations/commerce/upsells'

import type { Shop } from './factories/commerce'

import { factories } from './factories'
import { commerceFactories } from './factories/commerce'
import { requestOf } from './harness'

/** A shop whose school proposes another course of 20.00 USD after the payment. */
export type UpsellShop = Shop & {
  after: (given: Partial<Upsell>) => Promise<Upsell>
  upsell: string
  upsellCourse: string
  upsellOffer: string
}

type Whose = { buyer?: null | string; hasKey?: boolean; order: string }

/** What is proposed after payments, and answers to it, in tests. */
export const upsellTools = (payload: () => Payload) => {
  const whose = async ({ buyer = null, hasKey = false, order }: Whose, tenant: string) => ({
    buyer,
    hasKey,
    now: new Date(),
    order,
    req: await requestOf(buyer ? { id: buyer } : undefined),
    tenant,
  })

  const course = async (tenant: string, given: Pick<Partial<Offer>, 'prices'> = {}) => {
    const { id } = await factories(payload()).course({ tenant })
    const offer = await commerceFactories(payload()).offer({
      course: id,
      prices: [{ amount: 2000, currency: 'USD' }],
      tenant,
      ...given,
    })

    return { course: id, offer: offer.id }
  }

  return {
    accept: (
      at: Shop,
      who: Whose,
      { step = 'upsell', total = 1000 }: { step?: 'downsell' | 'upsell'; total?: number } = {},
    ) =>
      asTenant(at.tenant, async () =>
        acceptProposal({
          ...(await whose(who, at.tenant)),
          key: null,
          origin: 'http://school.localhost:3000',
          step,
          total,
        }),
      ),
    course,
    decline: (at: Shop, who: Whose, step: 'downsell' | 'upsell' = 'upsell') =>
      asTenant(at.tenant, async () => declineProposal({ ...(await whose(who, at.tenant)), step })),
    look: (at: Shop, who: Whose, now = new Date()) =>
      asTenant(at.tenant, async () => proposalAfter({ ...(await whose(who, at.tenant)), now })),
    shop: async (given: Partial<Upsell> = {}): Promise<UpsellShop> => {
      const main = await commerceFactories(payload()).shop()
      const { tenant } = main
      const more = await course(tenant)
      const after = (fields: Partial<Upsell>) =>
        asTenant(tenant, async () =>
          payload().create({
            collection: 'upsells',
            data: {
              minutes: 30,
              offered: more.offer,
              offers: [main.offer],
              percentOff: 50,
              title: 'One more thing',
              ...fields,
            } as never,
            depth: 0,
            overrideAccess: true,
            req: await requestOf(),
          }),
        )
      const { id: upsell } = await after(given)

      return { ...main, after, upsell, upsellCourse: more.course, upsellOffer: more.offer }
    },
  }
}
