import type { Payload, RequiredDataFromCollectionSlug } from 'payload'

import { asPlatform } from '@/database/scope'

/** A row of `tenants`: a school, or the platform itself. Answers its id. */
export const seedTenant = async ({
  payload,
  ...data
}: {
  kind: 'platform' | 'school'
  name: string
  payload: Payload
  settings: object
  slug: string
}): Promise<string> => {
  const { id } = await asPlatform(() =>
    payload.create({
      collection: 'tenants',
      data: data as RequiredDataFromCollectionSlug<'tenants'>,
      depth: 0,
      overrideAccess: true,
    }),
  )

  return id
}
