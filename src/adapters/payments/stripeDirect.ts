import type Stripe from 'stripe'

import type { DirectPayment, RefundRequest } from './types'

import { toStripeAmount } from './stripeAmounts'

type Params = Pick<Stripe.PaymentIntentCreateParams, 'application_fee_amount' | 'transfer_data'>

/**
 * A destination charge: the platform's account charges, as the card is kept there, and the money goes on at once to the
 * connected account, from which Stripe takes the application fee back.
 */
export const destinationOf = ({
  currency,
  direct,
}: {
  currency: string
  direct?: DirectPayment | null
}): Params =>
  direct
    ? {
        transfer_data: { destination: direct.account },
        ...(direct.fee > 0 && {
          application_fee_amount: toStripeAmount({ amount: direct.fee, currency }),
        }),
      }
    : {}

/** What of a destination charge goes back with a refund: the same part of the transfer, and of the fee unless it is kept. */
export const returnedOf = ({
  direct,
}: Pick<RefundRequest, 'direct'>): Pick<
  Stripe.RefundCreateParams,
  'refund_application_fee' | 'reverse_transfer'
> =>
  direct
    ? {
        ...(direct.fee > 0 && { refund_application_fee: !direct.keepsFee }),
        reverse_transfer: true,
      }
    : {}
