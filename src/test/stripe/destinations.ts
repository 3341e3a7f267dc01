import { z } from 'zod'

import type { PaymentIntent, Store } from './store'

import { ApiError, invalid, noSuch } from './errors'

/** What a destination charge says: whose account the money goes on to, and what of it comes back as the platform's fee. */
export const destinationShape = {
  application_fee_amount: z
    .string()
    .regex(/^[1-9]\d*$/, 'Invalid positive integer')
    .transform(Number)
    .optional(),
  transfer_data: z.strictObject({ destination: z.string().min(1) }).optional(),
}

type Asked = Pick<PaymentIntent, 'application_fee_amount' | 'transfer_data'>

/** The same, once Stripe has looked at it: an account that takes transfers, and a fee of no more than the charge. */
export const destinationIn = (
  store: Store,
  { amount, ...asked }: Asked & { amount: number },
): Asked => {
  const { application_fee_amount: fee, transfer_data } = asked
  if (!transfer_data) {
    if (fee !== undefined) {
      throw invalid(
        'application_fee_amount',
        'Can only apply an application_fee_amount when the PaymentIntent is attempting a direct payment (using an OAuth key or Stripe-Account header) or destination payment (using `transfer_data[destination]`).',
      )
    }

    return {}
  }
  const account = store.accounts.get(transfer_data.destination)
  if (!account) {
    throw noSuch('destination', transfer_data.destination)
  }
  if (account.capabilities.transfers !== 'active') {
    throw new ApiError({
      code: 'insufficient_capabilities_for_transfer',
      message: 'Your destination account needs to have the transfers capability enabled.',
      param: 'transfer_data[destination]',
    })
  }
  if (fee !== undefined && fee > amount) {
    throw invalid('application_fee_amount', 'The fee cannot be greater than the amount.')
  }

  return { ...(fee !== undefined && { application_fee_amount: fee }), transfer_data }
}
