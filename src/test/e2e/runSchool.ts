import { randomBytes } from 'node:crypto'

import { confirmed } from './buying'
import { platformStaff } from './outbox'
import { hostOf } from './place'
import { visitorAt, type Visitor } from './visitor'

/** A school that no other test knows, with an owner who is signed in at its sub-domain. */
export type RunSchool = {
  email: string
  host: string
  owner: Visitor
  password: string
}

const PASSWORD = 'a quiet harbour at dawn'

/** Opens a school, as the platform's staff do, and makes somebody who registered and confirmed there its owner. */
export const runSchool = async (name: string, settings: object = {}): Promise<RunSchool> => {
  const staff = await platformStaff()
  const slug = `run-${randomBytes(4).toString('hex')}`
  await staff.post('/api/tenants', { name, slug, settings })
  const host = `${slug}.${hostOf('platform')}`
  const email = `owner-${slug}@example.com`
  const owner = visitorAt(host)
  const person = { name: 'Olive Owner', email, password: PASSWORD }
  await confirmed(owner, person)
  const { docs } = (
    await staff.get(`/api/users?depth=0&where[email][equals]=${encodeURIComponent(email)}`)
  ).json<{ docs: { id: string }[] }>()
  const made = await staff.patch(`/api/users/${docs[0]?.id}`, { roles: ['owner'] })
  const { status, text } = await owner.post('/api/auth/sign-in/email', person)
  if (made.status !== 200 || status !== 200) {
    throw new Error(`${email} could not sign in: ${made.text} ${text}`)
  }

  return { email, host, owner, password: PASSWORD }
}
