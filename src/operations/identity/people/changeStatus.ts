import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { AccountAction, AccountStatus } from '@/domain/identity/standing'

import { row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { erasedFrom } from '@/domain/identity/erasure'
import { reaches, statusAfter } from '@/domain/identity/standing'
import { isLocale } from '@/domain/tenancy/locales'
import { newId } from '@/newId'
import { queueEmail } from '@/operations/mail/queueEmail'
import { askOf, takeRoom } from '@/operations/tenancy/limits'
import { schoolOf } from '@/operations/tenancy/school'
import { announce } from '@hooks/events/announce'

import { accountLimit, staffLimit } from '../accountLimit'
import { endAccess } from '../endAccess'
import { refusalOf, takeTurn } from '../erasureRefusal'

/** Whoever acts on somebody's account. */
export type Actor = { id: string; roles?: null | readonly string[] }

export type StatusChange = {
  account: string
  action: AccountAction
  actor: Actor
  now: Date
  reason: string
  req: PayloadRequest
  tenant: string
}

type Person = {
  email: string
  emailVerified: boolean
  erasesAt: null | string
  locale: null | string
  name: string
  roles: string[]
  status: AccountStatus
}

const personOf = ({ account, req }: StatusChange): Promise<Person | undefined> =>
  row<Person>(
    req,
    sql`select u.name, u.email, u.locale, u.status::text as status, coalesce(u.email_verified, false) as "emailVerified",
          to_json(u.erasure_at) #>> '{}' as "erasesAt",
          coalesce((select array_agg(r.value::text) from users_roles r where r.parent_id = u.id), '{}') as roles
        from users u where u.id = ${account} for no key update of u`,
  )

/**
 * Suspends, bans, restores or deletes an account, with a reason that stays in its history and is mailed to its owner; in the
 * caller's transaction. Answers the status it has then, and whether that is another; null where the school has no such
 * account. Throws aboveYou, yourself, onlyOwner, stillTeaching and limitReached.
 */
export const changeStatus = async (
  change: StatusChange,
): Promise<{ changed: boolean; status: AccountStatus } | null> => {
  const { account, action, actor, req, tenant } = change
  await takeTurn(change)
  const person = await personOf(change)
  if (!person) {
    return null
  }
  if (!reaches(actor.roles ?? [], person.roles)) {
    throw new RuleError('aboveYou')
  }
  if (account === actor.id) {
    throw new RuleError('yourself')
  }
  const status = statusAfter(action, person)
  if (!status) {
    return { changed: false, status: person.status }
  }
  if (action === 'restore') {
    await takePlaces(change, person)
  } else {
    const refusal = await refusalOf(change)
    if (refusal === 'onlyOwner' || (refusal && action === 'delete')) {
      throw new RuleError(refusal)
    }
  }
  await write(change, status)
  if (action !== 'restore') {
    await endAccess({ account, req })
  }
  const id = newId()
  await rows(
    req,
    sql`insert into account_changes (id, tenant_id, account_id, action, before, after, reason, author_id)
        values (${id}, ${tenant}, ${account}, ${action}, ${person.status}, ${status}, ${change.reason},
          (select u.id from users u where u.id = ${actor.id} and u.tenant_id = ${tenant}))`,
  )
  await announce({ data: { account, change: id }, fact: 'account.statusChanged', req, tenant })
  await tell(change, { id, person })

  return { changed: true, status }
}

/** What staff delete can be restored until it is erased; what its owner asked for stays asked. */
const write = async (
  { account, action, now, req }: StatusChange,
  status: AccountStatus,
): Promise<void> => {
  const last = sql`(select h.action from account_changes h where h.account_id = ${account} order by h.created_at desc, h.id desc limit 1)`
  const erasure =
    action === 'delete'
      ? sql`coalesce(erasure_at, ${erasedFrom(now).toISOString()}::timestamptz)`
      : action === 'restore'
        ? sql`case when ${last} = 'delete' then null else erasure_at end`
        : sql`erasure_at`
  await rows(
    req,
    sql`update users set status = ${status}::enum_users_status, erasure_at = ${erasure}, updated_at = now() where id = ${account}`,
  )
}

/** A restored account counts again among those of the school. */
const takePlaces = async ({ req, tenant }: StatusChange, { roles }: Person): Promise<void> => {
  for (const limit of [accountLimit, staffLimit]) {
    const more = limit.weigh({ id: '', roles, status: 'active' })
    if (more > 0) {
      await takeRoom({ ask: askOf(req), limit, more, tenant })
    }
  }
}

const tell = async (
  { account, action, now, reason, req, tenant }: StatusChange,
  { id, person }: { id: string; person: Person },
): Promise<void> => {
  const school = await schoolOf({ req, tenant })
  if (!school) {
    return
  }
  const date = person.erasesAt ?? erasedFrom(now).toISOString()
  await queueEmail({
    data: {
      name: person.name,
      action,
      reason,
      url: `${school.origin}${action === 'restore' ? '/sign-in' : ''}`,
      ...(action === 'delete' && { erasesAt: date }),
    },
    key: `accountStatus:${account}:${id}`,
    locale: isLocale(person.locale) ? person.locale : school.locale,
    req,
    template: 'accountStatus',
    to: person.email,
  })
}
