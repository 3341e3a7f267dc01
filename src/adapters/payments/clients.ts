import { createHash } from 'node:crypto'

import { KEYS_OF } from '@/domain/commerce/paymentAccounts'
import { env } from '@/env'
import { deriveSecret } from '@/secrets'

import type { SchoolAccount } from './accounts'
import type { Payments, RealProvider } from './types'

import { paddlePayments } from './paddle'
import { PADDLE_LIVE, PADDLE_SANDBOX } from './paddleClient'
import { paypalPayments } from './paypal'
import { PAYPAL_LIVE, PAYPAL_SANDBOX } from './paypalClient'
import { razorpayPayments } from './razorpay'
import { stripePayments } from './stripe'

type Keys = Record<string, string | undefined>

/** The keys of the installation's own accounts; a merchant of record has agreed with one seller, the school. */
const installationKeys = (): Record<RealProvider, Keys> => {
  const given = env()

  return {
    paddle: {},
    paypal: {
      paypalClientId: given.PAYPAL_CLIENT_ID,
      paypalSecret: given.PAYPAL_CLIENT_SECRET,
      paypalWebhookId: given.PAYPAL_WEBHOOK_ID,
    },
    razorpay: {
      razorpayKeyId: given.RAZORPAY_KEY_ID,
      razorpayKeySecret: given.RAZORPAY_KEY_SECRET,
      razorpayWebhookSecret: given.RAZORPAY_WEBHOOK_SECRET,
    },
    stripe: { secretKey: given.STRIPE_SECRET_KEY, webhookSecret: given.STRIPE_WEBHOOK_SECRET },
  }
}

const MAKERS: Record<RealProvider, (keys: Record<string, string>, isSandbox: boolean) => Payments> =
  {
    paddle: ({ paddleApiKey = '', paddleWebhookSecret = '' }, isSandbox) =>
      paddlePayments({
        apiBase: env().PADDLE_API_BASE ?? (isSandbox ? PADDLE_SANDBOX : PADDLE_LIVE),
        apiKey: paddleApiKey,
        webhookSecret: paddleWebhookSecret,
      }),
    paypal: ({ paypalClientId = '', paypalSecret = '', paypalWebhookId = '' }, isSandbox) =>
      paypalPayments({
        apiBase: env().PAYPAL_API_BASE ?? (isSandbox ? PAYPAL_SANDBOX : PAYPAL_LIVE),
        chargeSecret: deriveSecret({ purpose: 'payments:charges' }),
        clientId: paypalClientId,
        secret: paypalSecret,
        webhookId: paypalWebhookId,
      }),
    razorpay: ({ razorpayKeyId = '', razorpayKeySecret = '', razorpayWebhookSecret = '' }) =>
      razorpayPayments({
        apiBase: env().RAZORPAY_API_BASE,
        chargeSecret: deriveSecret({ purpose: 'payments:charges' }),
        keyId: razorpayKeyId,
        keySecret: razorpayKeySecret,
        webhookSecret: razorpayWebhookSecret,
      }),
    stripe: ({ secretKey = '', webhookSecret = '' }) =>
      stripePayments({ apiBase: env().STRIPE_API_BASE, secretKey, webhookSecret }),
  }

const isWhole = (provider: RealProvider, keys: Keys): keys is Record<string, string> => {
  const names = provider === 'stripe' ? ['secretKey', 'webhookSecret'] : KEYS_OF[provider]

  return names.every((name) => keys[name])
}

/** Providers made before, by what they were made of: each keeps its connections and its token. */
const made = new Map<string, Payments>()
const MOST_KEPT = 1000

/** A school's own account with a provider, else the installation's; undefined where neither has all its keys. */
export const clientOf = (
  provider: RealProvider,
  account?: Pick<SchoolAccount, 'isSandbox' | 'keys'>,
): Payments | undefined => {
  const keys = account?.keys ?? installationKeys()[provider]
  if (!isWhole(provider, keys)) {
    return undefined
  }
  const isSandbox = Boolean(account?.keys && account.isSandbox)
  const key = createHash('sha256')
    .update(JSON.stringify([provider, isSandbox, Object.entries(keys).toSorted()]))
    .digest('base64url')
  const known = made.get(key) ?? MAKERS[provider](keys, isSandbox)
  if (made.size >= MOST_KEPT) {
    made.clear()
  }
  made.set(key, known)

  return known
}
