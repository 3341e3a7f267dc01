/** What opens a school's own account with each provider, by the names of its fields. Stripe is the installation's. */
export const KEYS_OF = {
  paddle: ['paddleApiKey', 'paddleClientToken', 'paddleWebhookSecret'],
  paypal: ['paypalClientId', 'paypalSecret', 'paypalWebhookId'],
  razorpay: ['razorpayKeyId', 'razorpayKeySecret', 'razorpayWebhookSecret'],
} as const

/** The names of all keys. */
export const KEY_NAMES = Object.values(KEYS_OF).flat()

export type KeyName = (typeof KEY_NAMES)[number]

const MARK = '••••'

/** How many characters of a key are told, and how long it must be for that to give nothing away. */
const TOLD = 4
const LONG_ENOUGH = 12

/** What is shown of a key that is set: its last four characters, or none of a short one. */
export const maskOf = (key: string): string =>
  key.length < LONG_ENOUGH ? MARK : `${MARK} ${key.slice(-TOLD)}`

/** Whether a text is what `maskOf` shows, and so no key. */
export const isMask = (text: string): boolean => text.startsWith(MARK)
