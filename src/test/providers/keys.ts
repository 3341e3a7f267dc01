import { PADDLE_KEYS } from '../paddle/server'
import { PAYPAL_KEYS } from '../paypal/server'
import { RAZORPAY_KEYS } from '../razorpay/server'

/** The keys of the tests' accounts, as a school enters them. */
export const ACCOUNT_KEYS = {
  paddle: {
    paddleApiKey: PADDLE_KEYS.apiKey,
    paddleClientToken: PADDLE_KEYS.clientToken,
    paddleWebhookSecret: PADDLE_KEYS.webhookSecret,
  },
  paypal: {
    paypalClientId: PAYPAL_KEYS.clientId,
    paypalSecret: PAYPAL_KEYS.secret,
    paypalWebhookId: PAYPAL_KEYS.webhookId,
  },
  razorpay: {
    razorpayKeyId: RAZORPAY_KEYS.keyId,
    razorpayKeySecret: RAZORPAY_KEYS.keySecret,
    razorpayWebhookSecret: RAZORPAY_KEYS.webhookSecret,
  },
}
