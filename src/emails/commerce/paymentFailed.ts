import type { MailTemplate } from '../types'

import { exponentOf } from '@/domain/commerce/money'

/** Says that a charge was declined, when the next one is, and where to look after it. */
export const paymentFailed: MailTemplate<'paymentFailed'> = {
  values: ({ data: { amount, currency, plan, retryAt }, locale, school }) => ({
    date: new Intl.DateTimeFormat(locale, {
      dateStyle: 'long',
      timeZone: school.timeZone ?? 'UTC',
    }).format(new Date(retryAt)),
    plan,
    total: new Intl.NumberFormat(locale, { currency, style: 'currency' }).format(
      amount / 10 ** exponentOf(currency),
    ),
  }),
}
