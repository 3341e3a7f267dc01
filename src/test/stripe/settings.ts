/** The keys of the tests' Stripe, and where it listens: one port for each of Jest's workers, below those that connections leave by. */
export const STRIPE = {
  port: 27_100 + Number(process.env.JEST_WORKER_ID ?? 0),
  secretKey: 'sk_test_lectern',
  webhookSecret: 'whsec_lectern',
}

Object.assign(process.env, {
  STRIPE_API_BASE: `http://127.0.0.1:${STRIPE.port}`,
  STRIPE_SECRET_KEY: STRIPE.secretKey,
  STRIPE_WEBHOOK_SECRET: STRIPE.webhookSecret,
})
