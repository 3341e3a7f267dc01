import { useLocale, useTranslations } from 'next-intl'

import type { Terms } from '@/domain/commerce/subscriptions'

import { formatMoney } from '@/components/ui/formatMoney'
import { Text } from '@/components/ui/Text'
import { chargeOf, startedAt } from '@/domain/commerce/subscriptions'

import { usePriceText } from './usePriceText'

/** What is charged after today, and from when, if it is bought now. */
export const LaterCharges = ({
  isTaxAdded = false,
  terms,
}: {
  /** Whether tax is added to what the terms say. */
  isTaxAdded?: boolean
  terms: Terms
}) => {
  const t = useTranslations('checkout')
  const locale = useLocale()
  const { recurring } = usePriceText()
  const { amount, currency, discount, kind, payments, trialDays } = terms
  const next = startedAt(terms, new Date()).periodEnd
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(next)
  const money = (sum: number) => formatMoney({ amount: sum, currency, locale })

  return (
    <Text size="small" tone="muted">
      {kind === 'plan'
        ? t('laterPlan', {
            amount: money(chargeOf(terms, 1) ?? 0),
            count: (payments ?? 1) - 1,
            date,
            total: money(amount),
          })
        : t(trialDays > 0 ? 'laterTrial' : 'laterSubscription', { date, price: recurring(terms) })}
      {discount &&
        ` ${
          discount.amount
            ? t('laterAmountOff', { amount: money(discount.amount), count: discount.periods })
            : t('laterDiscount', { count: discount.periods, percent: discount.percent ?? 0 })
        }`}
      {isTaxAdded && ` ${t('taxLater')}`}
    </Text>
  )
}
