/** What opens a school's own account with each provider, by the names of its fields. Stripe is the installation's. */
export const KEYS_OF = {
  paddle: ['paddleApiKey', 'paddleClientToken', 'paddleWebhookSecret'],
  paypal: ['paypalClientId', 'paypalSecret', 'paypalWebhookId'],
  razorpay: ['razorpayKeyId', 'razorpayKeySecret', 'razorpayWebhookSecret'],
} as const

/** The names of all keys. */
export const KEY_NAMES = Object.values(KEYS_OF).flat()

export type KeyName = (typeof KEY_NAMES)[number]
