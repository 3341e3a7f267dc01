import type { Payload } from 'payload'

import { createLocalReq } from 'payload'

import { asTenant } from '@/database/scope'

import { ensurePlatform } from './platform'
import { seedPeople } from './people'
import { seedPlans } from './plans'
import { seedSchool } from './school'
import { aurora } from './schools/aurora'
import { ofek } from './schools/ofek'
import { saltwater } from './schools/saltwater'

/** Writes the demo: three schools and one member of the platform's staff. May run again; it writes nothing twice. */
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
    await seedPlans({ req, tenant: platform })
  })
  for (const school of [aurora, ofek, saltwater]) {
    const made = await seedSchool({ payload, school })
    say(`${school.slug}: ${made ? 'seeded' : 'already there'}`)
  }
}
