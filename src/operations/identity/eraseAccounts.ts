import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction, row, rows } from '@/database/transaction'
import { ERASED_NAME, erasedEmail } from '@/domain/identity/erasure'
import { STAFF } from '@/domain/identity/roles'
import { isLocale } from '@/domain/tenancy/locales'
import { forgetInAudit } from '@/operations/events/forgetInAudit'
import { eraseMails } from '@/operations/mail/eraseMails'
import { forgetNotifications } from '@/operations/mail/notifications'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'
import { announce } from '@hooks/events/announce'

import { forgetConsents } from './consents'
import { noteErasure } from './erasureLedger'
import { refusalOf, takeTurn } from './erasureRefusal'
import { forgetAddress } from './forgetAddress'

/** Accounts looked at in one run; the rest waits for the next. */
const AT_ONCE = 1_000

type Due = { id: string; tenant: string }

/**
 * Erases every account whose days of grace are over at `now`, each in a transaction of its own. What
 * cannot be erased (a school's only owner by now) stays as it is and is looked at again. May run twice
 * and at the same time; answers how many accounts are gone.
 */
export const eraseDueAccounts = async ({
  now,
  payload,
}: {
  now: Date
  payload: Payload
}): Promise<number> => {
  const due = await systemPool().query<Due>(
    `select id, tenant_id as tenant from users
     where erasure_at <= $1 and status <> 'erased' and legal_hold is not true order by erasure_at, id limit ${AT_ONCE}`,
    [now.toISOString()],
  )
  let gone = 0
  for (const { id, tenant } of due.rows) {
    const req = await createLocalReq({}, payload)
    const work = asTenant(tenant, () =>
      inTransaction(req, () => erase({ account: id, now, req, tenant })),
    )
    gone += Number(
      await work.catch((error: unknown) => {
        payload.logger.error({ account: id, err: error }, 'An account waits to be erased.')

        return false
      }),
    )
  }

  return gone
}

type Whose = { account: string; req: PayloadRequest; tenant: string }

type Person = { email: string; locale: null | string; name: string; roles: string[] }

/**
 * Erases one account, in the caller's transaction, and answers whether this call did: not one that was kept meanwhile, or that
 * another worker has in hand. `isRepeated` where it was erased before and came back with a backup: then nothing holds it, and
 * nobody is told once more.
 */
export const erase = async (
  whose: Whose & { isRepeated?: boolean; now: Date },
): Promise<boolean> => {
  const { account, isRepeated = false, now, req, tenant } = whose
  await takeTurn(whose)
  const person = await row<Person>(
    req,
    sql`select name, email, locale,
          coalesce((select array_agg(r.value::text) from users_roles r where r.parent_id = u.id), '{}') as roles
        from users u
        where u.id = ${account} and (${isRepeated} or u.erasure_at <= ${now.toISOString()} and u.legal_hold is not true) and u.status <> 'erased'
        for update of u skip locked`,
  )
  if (!person || (!isRepeated && (await refusalOf(whose)))) {
    return false
  }
  await forget(whose, person)
  await noteErasure(whose)
  if (!isRepeated) {
    await tell(whose, person)
  }
  await announce({ data: { account }, fact: 'account.erased', req, tenant })
  if (STAFF.some((role) => person.roles.includes(role))) {
    const data = { id: account, collection: 'users' }
    await announce({ data, fact: 'content.changed', req, tenant })
  }

  return true
}

/** Leaves of an account what orders and journals refer to, and nothing of the person. */
const forget = async ({ account, req, tenant }: Whose, person: Person): Promise<void> => {
  const locale = (await schoolOf({ req, tenant }))?.locale ?? 'en'
  await rows(req, sql`delete from auth_sessions where user_id = ${account}`)
  await rows(req, sql`delete from auth_devices where user_id = ${account}`)
  await rows(req, sql`delete from api_keys where account_id = ${account}`)
  await rows(req, sql`delete from auth_accounts where user_id = ${account}`)
  await rows(req, sql`delete from auth_verifications where value = ${account}`)
  await rows(req, sql`delete from auth_second_factors where user_id = ${account}`)
  await rows(req, sql`delete from auth_mail_links where user_id = ${account}`)
  await rows(req, sql`delete from auth_passkeys where user_id = ${account}`)
  await rows(req, sql`delete from auth_recovery_codes where user_id = ${account}`)
  await rows(req, sql`delete from auth_trusted_devices where user_id = ${account}`)
  await rows(req, sql`delete from scim_people where user_id = ${account}`)
  await rows(req, sql`delete from scim_members where user_id = ${account}`)
  await rows(req, sql`delete from auth_views where ${account} in (user_id, viewer_id)`)
  await rows(
    req,
    sql`delete from payload_preferences where id in
          (select parent_id from payload_preferences_rels where users_id = ${account})`,
  )
  await rows(req, sql`delete from users_roles where parent_id = ${account}`)
  await rows(req, sql`delete from account_changes where account_id = ${account}`)
  await forgetConsents({ account, req })
  await forgetInAudit({ account, req })
  await rows(
    req,
    sql`delete from people_lines where account = ${account} or email = ${person.email} or lower(cells::text) like '%' || ${person.email} || '%'`,
  )
  await rows(
    req,
    sql`update users set name = ${ERASED_NAME[locale]}, email = ${erasedEmail(account)}, status = 'erased',
          email_verified = false, bio = null, image = null, tags = '[]', staff_note = null, locale = null, time_zone = null,
          visibility = 'private', shows_courses = false, updated_at = now()
        where id = ${account}`,
  )
  await eraseMails({ name: person.name, req, to: person.email })
  await forgetNotifications({ name: person.name, account, req })
  await forgetAddress({ account, email: person.email, req })
}

/** The last mail to an address that the school no longer knows. */
const tell = async ({ account, req, tenant }: Whose, person: Person): Promise<void> => {
  const school = await schoolOf({ req, tenant })
  if (school) {
    await queueEmail({
      data: { name: person.name, url: school.origin },
      key: `accountErased:${account}`,
      locale: isLocale(person.locale) ? person.locale : school.locale,
      req,
      template: 'accountErased',
      to: person.email,
    })
  }
}
