import { useLocale, useTranslations } from 'next-intl'

import type { Terms } from '@/domain/commerce/subscriptions'
import type { CourseOffer } from '@/operations/commerce/courseOffers'

import { formatMoney } from '@/components/ui/formatMoney'
import { chargeOf } from '@/domain/commerce/subscriptions'

type Priced = Pick<CourseOffer, 'amount' | 'currency' | 'open' | 'terms'>

type PriceTexts = {
  /** What the button says that leads to the checkout. */
  buy: (offer: Priced) => string
  /** What an offer costs: free, a price, a price for each period, or so many parts. */
  price: (offer: Priced) => string
  /** What a period of a subscription costs, as in "$19 / month". */
  recurring: (terms: Terms) => string
}

/** Says what offers cost, in the reader's language. */
export const usePriceText = (): PriceTexts => {
  const t = useTranslations()
  const locale = useLocale()
  const money = (amount: number, currency: string) =>
    formatMoney({ amount, currency, locale, whole: true })
  const recurring = ({ amount, currency, interval }: Terms) =>
    t(interval === 'year' ? 'course.everyYear' : 'course.everyMonth', {
      price: money(amount, currency),
    })
  const part = (terms: Terms) => chargeOf(terms, 1) ?? terms.amount

  return {
    buy: ({ amount, currency, terms }) => {
      if (terms?.kind === 'plan') {
        return t('course.payIn', { count: terms.payments ?? 1 })
      }
      if (terms) {
        return terms.trialDays > 0
          ? t('course.startTrial', { count: terms.trialDays })
          : t('course.subscribe', { price: recurring(terms) })
      }

      return amount === 0
        ? t('course.enrollFree')
        : t('course.buy', { price: money(amount, currency) })
    },
    price: ({ amount, currency, open, terms }) => {
      if (open) {
        return open.least > 0
          ? t('course.openPriceFrom', { price: money(open.least, currency) })
          : t('course.openPrice')
      }
      if (terms?.kind === 'plan') {
        return t('course.parts', {
          count: terms.payments ?? 1,
          price: money(part(terms), currency),
        })
      }
      if (terms) {
        return recurring(terms)
      }

      return amount === 0 ? t('common.free') : money(amount, currency)
    },
    recurring,
  }
}
