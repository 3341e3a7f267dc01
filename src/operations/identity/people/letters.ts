import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { tenantOfHost } from '@/database/hosts'
import { row } from '@/database/transaction'
import { isLocale } from '@/domain/tenancy/locales'
import { newId } from '@/newId'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'

import { authFor } from '../auth'
import { passwordLink } from '../invitations'

type Whose = { account: string; req: PayloadRequest; tenant: string }

type Person = { email: string; hasPassword: boolean; locale: null | string; name: string }

const waiting = ({ account, req }: Whose): Promise<Person | undefined> =>
  row<Person>(
    req,
    sql`select u.name, u.email, u.locale, exists (select 1 from auth_accounts a
            where a.user_id = u.id and a.provider_id = 'credential') as "hasPassword"
        from users u where u.id = ${account} and u.status = 'pending' and u.email_verified is not true`,
  )

/** For how long the link of an invitation works. */
const INVITED_MS = 7 * 86_400_000

/** Mails somebody for whom the school made an account the link with which a first password is chosen; in the caller's transaction. */
export const inviteImported = async (whose: Whose): Promise<void> => {
  const [person, school] = [await waiting(whose), await schoolOf(whose)]
  if (person && school) {
    const url = await passwordLink({ ...whose, lifetimeMs: INVITED_MS, origin: school.origin })
    await queueEmail({
      data: { name: person.name, url },
      key: `accountMade:${newId()}`,
      locale: isLocale(person.locale) ? person.locale : school.locale,
      req: whose.req,
      template: 'accountMade',
      to: person.email,
    })
  }
}

/**
 * Mails somebody whose address is not proved a new link for that: to confirm it, or to choose a first password. Answers
 * whether there was anything to prove; null where the school has no such account.
 */
export const confirmAgain = async (whose: Whose): Promise<{ changed: boolean } | null> => {
  const { account, req, tenant } = whose
  if (!(await row(req, sql`select 1 from users where id = ${account} and status <> 'erased'`))) {
    return null
  }
  const [person, school] = [await waiting(whose), await schoolOf({ req, tenant })]
  if (!person || !school) {
    return { changed: false }
  }
  if (!person.hasPassword) {
    await inviteImported(whose)

    return { changed: true }
  }
  const { host } = new URL(school.origin)
  const known = await tenantOfHost(host)
  if (known) {
    await authFor({ host, payload: req.payload, tenant: known }).api.sendVerificationEmail({
      body: { callbackURL: '/confirm?done=1', email: person.email },
    })
  }

  return { changed: Boolean(known) }
}
