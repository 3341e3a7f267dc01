import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { bankedEntries, providerFeeEntries } from '@/domain/commerce/ledger'

import { isOwnAccount, ownsAccount } from '../ownAccount'
import { post } from './post'

type Moved = {
  /** In minor units of `currency`; a fee below zero came back. */
  amount: number
  currency: string
  /** The provider's name of it. */
  moved: string
  /** The payment that a fee was taken for; null for what is the account's. */
  payment: null | string
  provider: string
  req: PayloadRequest
  tenant: string
  type: 'bank.returned' | 'bank.sent' | 'fee.charged'
}

/** Under what the books have a fee, or what was sent to a bank. */
const keyOf = (kind: 'bank' | 'fee', { moved, provider }: Pick<Moved, 'moved' | 'provider'>) =>
  `${kind}:${provider}:${moved}`

/**
 * Posts what a provider charged, or sent from the account to its bank, once; what came back from there is posted the other way round, and stays so in whatever
 * order it is told. In the caller's transaction.
 */
export const postMovement = async (
  given: Moved,
): Promise<'notOurAccount' | 'paymentUnknown' | 'posted'> => {
  const { type, amount, currency, payment, req, tenant } = given
  const about = { currency, req, tenant }
  if (payment) {
    return postFee({ ...given, payment })
  }
  if (!(await ownsAccount(given))) {
    return 'notOurAccount'
  }
  const unnamed = { ...about, order: null }
  if (type === 'fee.charged') {
    const entries = providerFeeEntries(amount, true)
    await post({ ...unnamed, entries, key: keyOf('fee', given), kind: 'providerFee' })

    return 'posted'
  }
  const key = keyOf('bank', given)
  await post({ ...unnamed, entries: bankedEntries(amount), key, kind: 'banked' })
  if (type === 'bank.returned') {
    const entries = bankedEntries(-amount)
    await post({ ...unnamed, entries, key: `${key}:returned`, kind: 'banked' })
  }

  return 'posted'
}

const postFee = async ({
  amount,
  currency,
  payment,
  provider,
  req,
  tenant,
  ...named
}: Moved & { payment: string }): Promise<'paymentUnknown' | 'posted'> => {
  const paid = await row<{ isOwn: boolean; order: string }>(
    req,
    sql`select o.id as "order", o.direct is null and ${isOwnAccount({ provider, tenant })} as "isOwn"
        from payments p join orders o on o.id = p.order_id
        where p.provider = ${provider} and p.provider_payment = ${payment} and p.status = 'succeeded' limit 1`,
  )
  if (!paid) {
    return 'paymentUnknown'
  }
  const { isOwn, order } = paid
  const entries = providerFeeEntries(amount, isOwn)
  const key = keyOf('fee', { ...named, provider })
  await post({ currency, entries, key, kind: 'providerFee', order, req, tenant })

  return 'posted'
}
