import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Role } from '@/domain/identity/roles'

import { row } from '@/database/transaction'
import { PROFILE_LENGTH } from '@/domain/identity/profile'
import { askOf } from '@/operations/tenancy/limits'
import { announce } from '@hooks/events/announce'

import { giveRole } from './accounts'
import { changeRoles } from './people/changeRoles'
import { takePlace } from './registration'

/** In whose name the directory of a school acts: as an admin, who reaches nobody above, and as no person. */
export const DIRECTORY = { id: '00000000-0000-0000-0000-000000000000', roles: ['admin'] } as const

/**
 * Makes the account of somebody whom a provider or a directory of the school knows, as a student and, where that is another, in
 * the `role` that the school gives such people. Null where the address has an account. Throws schoolFull and limitReached; in
 * the caller's transaction.
 */
export const makeKnownAccount = async ({
  name,
  email,
  isProved,
  req,
  role,
  tenant,
}: {
  email: string
  isProved: boolean
  name: string
  req: PayloadRequest
  role: Role
  tenant: string
}): Promise<null | string> => {
  await takePlace({ ask: askOf(req), tenant })
  const called = name.replace(/\p{Cc}+/gu, ' ').trim() || email.slice(0, email.indexOf('@'))
  const account = await row<{ id: string }>(
    req,
    sql`insert into users (id, tenant_id, name, email, status, email_verified)
        values (uuidv7(), ${tenant}, ${called.slice(0, PROFILE_LENGTH.name)}, ${email},
          ${isProved ? 'active' : 'pending'}::enum_users_status, ${isProved})
        on conflict (tenant_id, email) do nothing returning id`,
  )
  if (!account) {
    return null
  }
  const data = { account: account.id }
  await giveRole({ ...data, req, role: 'student' })
  if (role !== 'student') {
    await changeRoles({ ...data, actor: DIRECTORY, add: [role], remove: [], req, tenant })
  }
  await announce({ data, fact: 'account.registered', req, tenant })
  if (isProved) {
    await announce({ data, fact: 'account.confirmed', req, tenant })
  }

  return account.id
}
