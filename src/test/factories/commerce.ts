import type { Payload } from 'payload'

import type { Coupon, Offer } from '@payload-types'

import { asTenant } from '@/database/scope'

import { factories } from './index'

/** A school with one course at 49.00 USD, for tests of buying. */
export type Shop = { course: string; offer: string; tenant: string }

/** Rows of commerce for tests. */
export const commerceFactories = (payload: Payload) => {
  const base = factories(payload)

  const make = {
    buyer: (tenant: string) => base.user({ tenant }),
    coupon: ({ tenant, ...given }: Partial<Coupon> & { tenant: string }): Promise<Coupon> =>
      asTenant(tenant, () =>
        payload.create({
          collection: 'coupons',
          data: {
            code: `C${crypto.randomUUID().slice(0, 8)}`,
            percentOff: 20,
            ...given,
            tenant,
          } as never,
          depth: 0,
          overrideAccess: true,
        }),
      ),
    offer: ({
      tenant,
      ...given
    }: Partial<Offer> & { course: string; tenant: string }): Promise<Offer> =>
      asTenant(tenant, () =>
        payload.create({
          collection: 'offers',
          data: {
            isActive: true,
            kind: 'oneTime',
            prices: [{ amount: 4900, currency: 'USD' }],
            title: 'The whole course',
            ...given,
            tenant,
          } as never,
          depth: 0,
          overrideAccess: true,
        }),
      ),
    shop: async (): Promise<Shop> => {
      const { id: tenant } = await base.tenant()
      const { id: course } = await base.course({ tenant })
      const { id: offer } = await make.offer({ course, tenant })

      return { course, offer, tenant }
    },
  }

  return make
}
