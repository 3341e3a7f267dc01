import Stripe from 'stripe'

import { PaymentDeclined, PaymentUnavailable } from './types'

/** `apiBase` replaces Stripe's own address; `timeout` of one attempt in milliseconds. */
export type StripeOptions = { apiBase?: string; secretKey: string; timeout?: number }

/** Languages of ours that Stripe's pages speak; for any other they follow the browser. */
export const PAGE_LOCALES: readonly string[] = ['en', 'ru']

/** Stripe's SDK, which repeats a request twice under one idempotency key. */
export const stripeClient = ({ apiBase, secretKey, timeout = 20_000 }: StripeOptions): Stripe =>
  new Stripe(secretKey, {
    ...(apiBase && addressOf(apiBase)),
    appInfo: { name: 'Lectern' },
    maxNetworkRetries: 2,
    telemetry: false,
    timeout,
  })

const addressOf = (base: string) => {
  const { hostname, port, protocol } = new URL(base)
  const scheme = protocol === 'http:' ? 'http' : 'https'

  return { host: hostname, port: port || (scheme === 'http' ? 80 : 443), protocol: scheme } as const
}

/** What Stripe refuses or does not answer, as PaymentUnavailable; a card that it declines, as PaymentDeclined. */
export const orUnavailable = async <T>(ask: () => Promise<T>): Promise<T> => {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Stripe.errors.StripeCardError) {
      throw new PaymentDeclined(`Stripe: ${error.message}`, { cause: error })
    }
    if (error instanceof Stripe.errors.StripeError) {
      throw new PaymentUnavailable(`Stripe: ${error.message}`, { cause: error })
    }
    throw error
  }
}

/** The answer, or null where Stripe refuses with that code. */
export const unless = async <T>(code: string, ask: () => Promise<T>): Promise<null | T> => {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError && error.code === code) {
      return null
    }
    throw error
  }
}
