import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'
import { schoolOf } from '@/operations/tenancy/school'

import type { At } from './at'

import { DIRECTORY } from '../newAccount'
import { changeStatus } from '../people/changeStatus'

/** What the person reads who is shut out: the directory tells no reason. */
const REASON = {
  en: 'Your organisation ended your access.',
  he: 'הארגון שלך סיים את הגישה שלך.',
  ru: 'Ваша организация закрыла вам доступ.',
} as const

/**
 * Shuts somebody's account, or opens it again where it was this directory that shut it and nobody has changed its status since: what
 * staff decided stays. Throws aboveYou for an owner, and limitReached. In the caller's transaction, in which their row is locked.
 */
export const setActive = async (
  { req, tenant }: At,
  { account, isActive }: { account: string; isActive: boolean },
): Promise<void> => {
  const school = await schoolOf({ req, tenant })
  const change = {
    account,
    actor: DIRECTORY,
    now: new Date(),
    reason: REASON[school?.locale ?? 'en'],
    req,
    tenant,
  }
  if (!isActive) {
    const done = await changeStatus({ ...change, action: 'suspend' })
    await rows(
      req,
      sql`update scim_people set is_active = false, updated_at = now(),
            change_id = case when ${done?.changed ?? false} then ${lastChange(account)} else change_id end
          where user_id = ${account}`,
    )

    return
  }
  const isOurs = await row(
    req,
    sql`select 1 from scim_people s join users u on u.id = s.user_id
        where s.user_id = ${account} and u.status = 'suspended' and s.change_id = ${lastChange(account)}`,
  )
  if (isOurs) {
    await changeStatus({ ...change, action: 'restore' })
  }
  await rows(
    req,
    sql`update scim_people set is_active = true, change_id = null, updated_at = now() where user_id = ${account}`,
  )
}

const lastChange = (account: string) =>
  sql`(select h.id from account_changes h where h.account_id = ${account} order by h.created_at desc, h.id desc limit 1)`
