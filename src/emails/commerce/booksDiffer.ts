import type { MailTemplate } from '../types'

/** Tells the school that its books differ from a provider's. */
export const booksDiffer: MailTemplate<'booksDiffer'> = {
  values: ({ data: { count, day, provider }, locale }) => ({
    count: count.toLocaleString(locale),
    date: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(day),
    ),
    provider: NAMES[provider] ?? provider,
  }),
}

const NAMES: Record<string, string> = {
  paddle: 'Paddle',
  paypal: 'PayPal',
  razorpay: 'Razorpay',
  stripe: 'Stripe',
}
