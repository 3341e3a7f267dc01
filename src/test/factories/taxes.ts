import type { Payload } from 'payload'

import type { TaxRate, Tenant } from '@payload-types'

import { asPlatform, asTenant } from '@/database/scope'

type Given = Partial<NonNullable<Tenant['settings']['taxation']>> & {
  rates?: readonly Partial<TaxRate>[]
  taxId?: null | string
  tenant: string
}

/** Has a school charge tax: by its own table unless `source` says otherwise, from Germany unless `country` does. */
export const chargeTax = async (
  payload: Payload,
  { rates = [], taxId = 'DE123456789', tenant, ...taxation }: Given,
): Promise<void> => {
  await asPlatform(() =>
    payload.update({
      id: tenant,
      collection: 'tenants',
      data: {
        settings: {
          invoicing: { taxId },
          taxation: {
            country: 'DE',
            isCharged: true,
            isIncluded: false,
            source: 'table',
            ...taxation,
          },
        },
      } as never,
      depth: 0,
      overrideAccess: true,
    }),
  )
  for (const rate of rates) {
    await asTenant(tenant, () =>
      payload.create({
        collection: 'tax-rates',
        data: { name: 'VAT', validFrom: '2020-01-01T00:00:00.000Z', ...rate, tenant } as never,
        depth: 0,
        overrideAccess: true,
      }),
    )
  }
}
