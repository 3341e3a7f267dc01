import { useLocale, useTranslations } from 'next-intl'

import type { OpenPrice } from '@/domain/commerce/wishes'

import { formatMoney } from '@/components/ui/formatMoney'

/** Says between what a price can be named, in the reader's language. */
export const useBoundsText = (): ((open: OpenPrice, currency: string) => string) => {
  const t = useTranslations('course')
  const locale = useLocale()

  return ({ least, most, suggested }, currency) => {
    const money = (amount: number) => formatMoney({ amount, currency, locale, whole: true })

    return [
      t('suggested', { price: money(suggested) }),
      least > 0 ? t('atLeast', { price: money(least) }) : t('free'),
      most === null ? '' : t('atMost', { price: money(most) }),
    ]
      .filter(Boolean)
      .join(' ')
  }
}
