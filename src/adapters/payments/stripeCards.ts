import type Stripe from 'stripe'

import { facelessCard, type CardFace } from '@/domain/commerce/cards'

import type { KeptCard } from './types'

import { orUnavailable, unless } from './stripeClient'

/** The card that paid on a page, or was taken there, and whose it is; null where nothing was kept. */
export const keptByStripe = async (stripe: Stripe, session: string): Promise<KeptCard | null> => {
  const page = await orUnavailable(() =>
    unless('resource_missing', () =>
      stripe.checkout.sessions.retrieve(session, {
        expand: ['payment_intent.payment_method', 'setup_intent.payment_method'],
      }),
    ),
  )
  const customer = idIn(page?.customer ?? null)
  const method = methodIn(page?.payment_intent ?? null) ?? methodIn(page?.setup_intent ?? null)
  const token = idIn(method)

  return customer && token ? { face: faceOf(method), keys: { customer, token } } : null
}

type Method = null | string | Stripe.PaymentMethod

const methodIn = (intent: null | string | { payment_method: Method }): Method =>
  intent && typeof intent === 'object' ? intent.payment_method : null

const idIn = (given: null | string | { id: string }): null | string =>
  typeof given === 'string' ? given : (given?.id ?? null)

const faceOf = (method: Method): CardFace => {
  if (!method || typeof method === 'string' || !method.card) {
    return facelessCard(method && typeof method === 'object' ? method.type : 'card')
  }
  const { brand, exp_month, exp_year, last4 } = method.card

  return { brand, expiresMonth: exp_month, expiresYear: exp_year, last4 }
}

/** Has Stripe forget a card: it is taken off its customer, and takes no charges any more. */
export const forgetAtStripe = (stripe: Stripe, method: string): Promise<void> =>
  orUnavailable(async () => {
    await unless('resource_missing', () => stripe.paymentMethods.detach(method))
  })
