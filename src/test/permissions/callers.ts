import type { Payload } from 'payload'

import type { Caller } from '@/domain/identity/permissions'
import type { Actor } from '@/test/isolation/actors'

import { asTenant } from '@/database/scope'
import { CALLERS } from '@/domain/identity/permissions'
import { seedPeople } from '@/seed/school'
import { requestOf } from '@/test/harness'
import { signIn } from '@/test/isolation/actors'

/** Whoever the matrix names, each with one role alone, and where they stand. */
export type Called = Actor & { caller: Caller; host: string; id: string }

/** Accounts of a school, one for each role, signed in on its own host; `superAdmin` on the platform's. */
export const callersOf = async ({
  host,
  payload,
  platform,
  tenant,
}: {
  host: string
  payload: Payload
  platform: string
  tenant: string
}): Promise<Called[]> => {
  const made: Called[] = []
  for (const caller of CALLERS) {
    if (caller === 'visitor') {
      made.push({ id: '', name: caller, caller, cookie: '', host })
      continue
    }
    const [at, home] = caller === 'superAdmin' ? ['localhost', platform] : [host, tenant]
    const email = `${caller}@${host}.test`.toLowerCase()
    const id = await asTenant(home, async () =>
      seedPeople({
        people: [{ name: caller, email, roles: [caller] }],
        req: await requestOf(),
        tenant: home,
      }),
    )
    made.push({
      ...(await signIn({ name: caller, email, host: at, payload })),
      id,
      caller,
      host: at,
    })
  }

  return made
}
