import { env } from '@/env'
import { deriveSecret } from '@/secrets'

/** The two roles of the database besides its owner; `floor.ts` makes them. */
export type DatabaseRole = 'lectern_app' | 'lectern_system'

/** A role's password, derived from the master secret so that no process needs to be told it. */
export const rolePassword = (role: DatabaseRole): string =>
  deriveSecret({ length: 32, purpose: `database:${role}` })

/** The connection string of a role: given, or the owner's with the role's name and password. */
export const roleUrl = (role: DatabaseRole): string => {
  const given = role === 'lectern_app' ? env().APP_DATABASE_URL : env().SYSTEM_DATABASE_URL
  if (given) {
    return given
  }
  const url = new URL(env().DATABASE_URL)
  url.username = role
  url.password = rolePassword(role)

  return url.toString()
}
