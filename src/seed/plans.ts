import type { PayloadRequest } from 'payload'

import { maker } from './maker'

const GIGABYTE = 1024

/** What the platform of the demo asks for a school by the month, in cents, and what it gives for it. */
const PLANS = [
  {
    name: 'Studio',
    description: 'For one teacher and the first courses.',
    limits: { accounts: 100, courses: 3, storage: 5 * GIGABYTE },
    price: 1900,
  },
  {
    name: 'School',
    description: 'For a team of teachers, under your own name.',
    limits: { accounts: 2000, courses: 30, storage: 100 * GIGABYTE },
    price: 5900,
  },
  {
    name: 'Academy',
    description: 'No limits, and somebody who answers the phone.',
    price: 19_900,
  },
]

/** The plans of the demo's platform, unless it has any. */
export const seedPlans = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const { totalDocs } = await req.payload.count({ collection: 'plans', overrideAccess: true, req })
  if (totalDocs === 0) {
    const make = maker({ req, tenant })
    for (const plan of PLANS) {
      await make('plans', { ...plan, currency: 'USD', isOffered: true })
    }
  }
}
