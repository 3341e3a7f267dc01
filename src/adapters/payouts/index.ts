import type { PayoutProvider, Payouts } from './types'

import { env } from '@/env'

import { builtInPayouts } from './builtIn'
import { stripeConnectPayouts } from './stripeConnect'

let stripe: Payouts | undefined

/** Where earnings are paid out: Stripe Connect where the installation takes real money through Stripe, else what is built in. */
export const payoutsHere = (): Payouts => {
  const { STRIPE_API_BASE, STRIPE_CONNECT_WEBHOOK_SECRET, STRIPE_SECRET_KEY } = env()
  const webhookSecret = STRIPE_CONNECT_WEBHOOK_SECRET ?? env().STRIPE_WEBHOOK_SECRET
  if (!STRIPE_SECRET_KEY || !webhookSecret) {
    return builtInPayouts()
  }

  return (stripe ??= stripeConnectPayouts({
    apiBase: STRIPE_API_BASE,
    secretKey: STRIPE_SECRET_KEY,
    webhookSecret,
  }))
}

/** That one of them by its name; undefined where this installation does not use it. */
export const payoutsOf = (name: PayoutProvider): Payouts | undefined => {
  const here = payoutsHere()

  return here.name === name ? here : undefined
}
