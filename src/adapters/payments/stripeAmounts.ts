import type { Money } from '@/domain/commerce/money'

/**
 * Currencies without minor units that Stripe's API nevertheless counts in hundredths
 * (docs.stripe.com/currencies, special cases). Everywhere else its unit is ISO 4217's.
 */
const IN_HUNDREDTHS: readonly string[] = ['ISK', 'UGX']

const factorOf = (currency: string): number => (IN_HUNDREDTHS.includes(currency) ? 100 : 1)

/** Minor units as Stripe's API counts them. */
export const toStripeAmount = ({ amount, currency }: Money): number => amount * factorOf(currency)

/** Stripe's count as minor units; a fraction of one, which Stripe never charges, stays a fraction and matches no order. */
export const fromStripeAmount = ({ amount, currency }: Money): number => amount / factorOf(currency)
