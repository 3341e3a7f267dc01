import type { Payload } from 'payload'

import { createLocalReq } from 'payload'

import { asPlatform, asTenant } from '@/database/scope'

import { seedPeople, seedSchool, seedTenant } from './school'
import { aurora } from './schools/aurora'
import { ofek } from './schools/ofek'

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

/** Writes the demo: two schools and one member of the platform's staff. May run again; it writes nothing twice. */
export const seedDemo = async ({
  payload,
  say,
}: {
  payload: Payload
  say: (line: string) => void
}): Promise<void> => {
  const platform = await ensurePlatform(payload)
  const staff = { name: 'Platform staff', email: 'super@lectern.test', roles: ['superAdmin'] }
  await asTenant(platform, async () => {
    const req = await createLocalReq({}, payload)
    const { totalDocs } = await payload.count({
      collection: 'users',
      overrideAccess: true,
      req,
      where: { email: { equals: staff.email } },
    })
    if (totalDocs === 0) {
      await seedPeople({ people: [staff], req, tenant: platform })
    }
  })
  for (const school of [aurora, ofek]) {
    const made = await seedSchool({ payload, school })
    say(`${school.slug}: ${made ? 'seeded' : 'already there'}`)
  }
}
