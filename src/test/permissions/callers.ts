import type { Payload } from 'payload'

import type { Caller } from '@/domain/identity/permissions/grants'
import type { Actor } from '@/test/isolation/actors'

import { asTenant } from '@/database/scope'
import { CALLERS } from '@/domain/identity/permissions/grants'
import { seedPeople } from '@/seed/people'
import { requestOf } from '@/test/harness'
import { signIn } from '@/test/isolation/actors'

/** Whoever the matrix names, each with one role alone, and where they stand. */
export type Called = Actor & {
  caller: Caller
  /** The same person with another session, for what ends one. */
  again: () => Promise<Actor>
  email: string
  host: string
  id: string
}

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
      const nobody = { name: caller, cookie: '' }
      made.push({
        ...nobody,
        id: '',
        again: () => Promise.resolve(nobody),
        caller,
        email: '',
        host,
      })
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
    const again = () => signIn({ name: caller, email, host: at, payload })
    made.push({ ...(await again()), id, again, caller, email, host: at })
  }

  return made
}
