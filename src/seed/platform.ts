import type { Payload } from 'payload'

import { createLocalReq } from 'payload'

import { asPlatform, asTenant } from '@/database/scope'

import { seedTenant } from './tenants'

const PLATFORM = {
  name: 'Lectern',
  slug: 'platform',
  kind: 'platform',
  settings: {
    accent: '#364fc7',
    currency: 'USD',
    fontPair: 'modern',
    locale: 'en',
    radius: '10',
    timeZone: 'UTC',
  },
} as const

/** The platform's own row, which its host leads to; every installation has one. */
export const ensurePlatform = async (payload: Payload): Promise<string> => {
  const { docs } = await asPlatform(() =>
    payload.find({
      collection: 'tenants',
      depth: 0,
      limit: 1,
      overrideAccess: true,
      where: { kind: { equals: 'platform' } },
    }),
  )

  return docs[0]?.id ?? seedTenant({ payload, ...PLATFORM })
}

/**
 * An account of the platform's own staff, confirmed and without a password: its owner sets one through
 * the platform's "forgot password". Making it twice makes it once.
 */
export const addStaff = async ({
  email,
  payload,
}: {
  email: string
  payload: Payload
}): Promise<boolean> => {
  const tenant = await ensurePlatform(payload)

  return asTenant(tenant, async () => {
    const req = await createLocalReq({}, payload)
    const where = { email: { equals: email.trim().toLowerCase() } }
    const { totalDocs } = await payload.count({
      collection: 'users',
      overrideAccess: true,
      req,
      where,
    })
    if (totalDocs === 0) {
      await payload.create({
        collection: 'users',
        data: {
          name: email.split('@')[0] ?? email,
          email,
          emailVerified: true,
          roles: ['superAdmin'],
          status: 'active',
          tenant,
        },
        depth: 0,
        overrideAccess: true,
        req,
      })
    }

    return totalDocs === 0
  })
}
