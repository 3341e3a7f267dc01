import type { PayloadRequest } from 'payload'

import { systemPool } from '@/database/hosts'
import { RuleError } from '@/domain/errors'

import { beginHandover, handoverHash } from './handovers'
import { isKnownBrowser } from './linkBrowsers'
import { addressOf, MAIN_HOST } from './linkedSchools'
import { isOrganisations } from './signInWays'
import { onlyLearns } from './strength'

type Whose = { account: string; tenant: string }

/** Links `l` whose accounts `a` and `b` still have one address, proved at both schools. */
const LIVING = `lectern_account_links l
  join users a on a.id = l.account and a.tenant_id = l.tenant join users b on b.id = l.other_account and b.tenant_id = l.other_tenant
    and a.email = b.email and a.email_verified and b.email_verified and a.status = 'active'`

/**
 * Begins to switch to the school of a link: where the browser is to go, with a code that works once, there alone, and for less
 * than a minute. Throws linkOver where there is no such link of the account.
 */
export const beginSwitch = async ({
  id,
  account,
  tenant,
}: Whose & { id: string }): Promise<string> => {
  const { rows } = await systemPool().query<{ host: null | string; slug: string; to: string }>(
    `select l.other_tenant as to, t.slug, ${MAIN_HOST} as host from ${LIVING} join tenants t on t.id = l.other_tenant
     where l.id = $1 and l.tenant = $2 and l.account = $3`,
    [id, tenant, account],
  )
  const [found] = rows
  if (!found) {
    throw new RuleError('linkOver')
  }
  const token = await beginHandover({ account, kind: 'switch', tenant, to: found.to })

  return `${addressOf(found)}/switch#${token}`
}

type Arrived = { account: string; isAllowed: boolean; isLearner: boolean; isOpen: boolean }

/**
 * Uses up the code with which a browser comes from a linked school: the account that it lets in. The school's own session, where
 * the account has one, does instead of a browser that is known. Throws linkOver, linkedAccountsOff, and signInHere where the
 * school wants to see a sign-in of its own first: of staff, in a browser in which the account was never signed in, where nothing
 * but the school's providers lets in, and of whoever an organisation alone signs in there.
 */
export const takeSwitch = async ({
  req,
  tenant,
  token,
}: {
  req: PayloadRequest
  tenant: string
  token: string
}): Promise<string> => {
  const { rows } = await systemPool().query<Arrived>(
    `with used as (delete from lectern_handovers where hash = $1 and kind = 'switch' and other_tenant = $2 and expires_at > now()
       returning tenant, account)
     select b.id as account, ${onlyLearns('b')} as "isLearner", t.settings_sign_in_linked is not false as "isAllowed",
       (t.settings_sign_in_by_password is not false or t.settings_sign_in_by_mail is not false or t.settings_sign_in_by_passkey is not false) as "isOpen"
     from used join ${LIVING} on used.tenant = l.tenant and used.account = l.account and l.other_tenant = $2
     join tenants t on t.id = l.other_tenant`,
    [handoverHash(token), tenant],
  )
  const [found] = rows
  if (!found) {
    throw new RuleError('linkOver')
  }
  const { account, isAllowed, isLearner, isOpen } = found
  if (!isAllowed) {
    throw new RuleError('linkedAccountsOff')
  }
  const isKnown = req.user?.id === account || (await isKnownBrowser({ account, req, tenant }))
  const isLed = await isOrganisations({ account, req, tenant })
  if (!isLearner || !isOpen || !isKnown || isLed) {
    throw new RuleError('signInHere')
  }

  return account
}
