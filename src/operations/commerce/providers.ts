import type { PayloadRequest } from 'payload'

import type { Payments, ProviderName } from '@/adapters/payments/types'
import type { Money } from '@/domain/commerce/money'

import { paymentsFor } from '@/adapters/payments/index'
import { merchantOf, sellersAmong } from '@/domain/commerce/providers'
import { RuleError } from '@/domain/errors'

type Purchase = {
  /** Whether the buyer chose the sum, or a part of it. */
  isNamed?: boolean
  money: Money
  /** Whether there will be charges later. */
  recurs: boolean
  req: PayloadRequest
  /** Who sells it, where that is settled; a merchant of record wherever one can, where absent. */
  seller?: 'merchant' | 'school' | null
}

/** The school's providers that are to take this money, the one offered first in front; a merchant of record before all others. */
const able = async ({ money, recurs, req, seller }: Purchase): Promise<readonly Payments[]> => {
  const found = (await paymentsFor(req)).filter(
    (payments) => payments.takes(money) && (!recurs || chargesAgain(payments, money)),
  )

  return seller
    ? found.filter(({ name }) => (merchantOf(name) !== null) === (seller === 'merchant'))
    : sellersAmong(found)
}

/** The names of those that can take this money, the one offered first in front; none where nobody can. */
export const ableNow = async (purchase: Purchase): Promise<ProviderName[]> =>
  (await able(purchase)).map(({ name }) => name)

/** Whether a merchant of record sells this, and so charges the tax of it. */
export const isSoldByMerchant = async (purchase: Purchase): Promise<boolean> =>
  (await able(purchase)).some(({ name }) => merchantOf(name) !== null)

/** Whether a provider can charge this much again, without its holder. */
export const chargesAgain = (
  { charge, chargesAgain: can }: Pick<Payments, 'charge' | 'chargesAgain'>,
  money: Money,
): boolean => charge !== undefined && (can?.(money) ?? true)

/**
 * The names of the providers that can take this money, the one offered first in front; none where there is nothing to
 * pay. Throws noProvider where nobody can take it, amountNotTaken where the buyer chose it so.
 */
export const providersFor = async (purchase: Purchase): Promise<ProviderName[]> => {
  if (purchase.money.amount === 0 && !purchase.recurs) {
    return []
  }
  const found = await able(purchase)
  if (found.length === 0) {
    throw refusalOf(purchase)
  }

  return found.map(({ name }) => name)
}

/**
 * Who takes this money: the one that is wanted, else the one offered first. Throws what
 * `providersFor` does, and providerUnavailable where the one that is wanted cannot, or is not the school's.
 */
export const providerFor = async ({
  wanted,
  ...purchase
}: Purchase & { wanted: null | string }): Promise<Payments> => {
  const found = await able(purchase)
  const chosen = wanted ? found.find(({ name }) => name === wanted) : found[0]
  if (!chosen) {
    throw found.length === 0
      ? refusalOf(purchase)
      : new RuleError('providerUnavailable', { field: 'provider' })
  }

  return chosen
}

const refusalOf = ({ isNamed = false }: Purchase): RuleError =>
  isNamed ? new RuleError('amountNotTaken', { field: 'amount' }) : new RuleError('noProvider')
