import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { setPassword } from '@/operations/identity/credentials'

import type { Make } from './maker'

import { maker } from './maker'

/** Password of every demo account. */
export const DEMO_PASSWORD = 'lectern-demo'

/** Accounts that can sign in at once. Answers the first, who owns the school. */
export const seedPeople = async ({
  make = undefined,
  people,
  req,
  tenant,
}: {
  make?: Make
  people: { email: string; name: string; roles: string[] }[]
  req: PayloadRequest
  tenant: string
}): Promise<string> => {
  const create = make ?? maker({ req, tenant })
  let first = ''
  for (const person of people) {
    const account = await create('users', { ...person, emailVerified: true, status: 'active' })
    await setPassword({ account, password: DEMO_PASSWORD, req, tenant })
    first ||= account
  }

  return first
}

/** The id of somebody of the demo by their email. */
export const accountOf = async (email: string, req: PayloadRequest): Promise<string> => {
  const found = await row<{ id: string }>(req, sql`select id from users where email = ${email}`)
  if (!found) {
    throw new Error(`The demo has nobody called ${email}.`)
  }

  return found.id
}
