import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { PayoutProvider } from '@/adapters/payouts/types'

import { payoutsHere, payoutsOf } from '@/adapters/payouts/index'
import { row, rows } from '@/database/transaction'
import { DIRECT } from '@/domain/commerce/payouts'

type Begun = {
  email: string
  holder: string
  /** Whose it is; null for the school itself. */
  person: null | string
  req: PayloadRequest
  /** Where the provider sends its holder back to. */
  returnUrl: string
  tenant: string
}

/**
 * Opens the account to which somebody is paid, or goes on with it, and answers where they tell the provider who they are. Call it outside
 * a transaction. Throws PaymentUnavailable.
 */
export const beginOnboarding = async ({
  email,
  holder,
  person,
  req,
  returnUrl,
  tenant,
}: Begun): Promise<string> => {
  const provider = payoutsHere()
  const account =
    (await accountOf({ holder, provider: provider.name, req })) ??
    (await provider.openAccount({ email, holder, paysItself: holder === DIRECT, tenant }))
  const { isReady, needs } = await provider.standing(account)
  await rows(
    req,
    sql`insert into payout_accounts (id, tenant_id, holder, person_id, provider, provider_account, is_ready, needs)
        values (uuidv7(), ${tenant}, ${holder}, ${person}, ${provider.name}, ${account}, ${isReady}, ${needs})
        on conflict (tenant_id, holder, provider) do update set is_ready = excluded.is_ready, needs = excluded.needs, updated_at = now()`,
  )

  return provider.onboardingUrl({ account, refreshUrl: returnUrl, returnUrl })
}

const accountOf = async ({
  holder,
  provider,
  req,
}: Pick<Begun, 'holder' | 'req'> & { provider: string }): Promise<null | string> => {
  const found = await row<{ account: string }>(
    req,
    sql`select provider_account as account from payout_accounts where holder = ${holder} and provider = ${provider}`,
  )

  return found?.account ?? null
}

/** Asks the provider how an account stands, and writes it down. Call it outside a transaction. Throws PaymentUnavailable. */
export const refreshAccount = async ({
  account,
  req,
}: {
  account: string
  req: PayloadRequest
}): Promise<void> => {
  const found = await row<{ named: string; provider: PayoutProvider }>(
    req,
    sql`select provider, provider_account as named from payout_accounts where id = ${account}`,
  )
  const provider = found && payoutsOf(found.provider)
  if (!provider) {
    return
  }
  const { isReady, needs } = await provider.standing(found.named)
  await rows(
    req,
    sql`update payout_accounts set is_ready = ${isReady}, needs = ${needs}, updated_at = now() where id = ${account}`,
  )
}

/** The same for somebody's own account that was not ready yet, as when they come back from the provider; one that cannot be asked leaves it as it is. */
export const refreshOwnAccount = async ({
  holder,
  req,
}: {
  holder: string
  req: PayloadRequest
}): Promise<void> => {
  const found = await row<{ id: string }>(
    req,
    sql`select id from payout_accounts where holder = ${holder} and is_ready is not true limit 1`,
  )
  if (found) {
    await refreshAccount({ account: found.id, req }).catch((error: unknown) => {
      req.payload.logger.warn({ err: error }, 'An account for payouts could not be looked at.')
    })
  }
}

/** Whether somebody earns in the school, or did. */
export const earns = async ({
  account,
  req,
}: {
  account: string
  req: PayloadRequest
}): Promise<boolean> => {
  const found = await row(
    req,
    sql`select 1 from revenue_shares where person_id = ${account} limit 1`,
  )

  return found !== undefined
}
