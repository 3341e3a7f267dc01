import { useLocale, useTranslations } from 'next-intl'

import type { Terms } from '@/domain/commerce/subscriptions'

import { formatMoney } from '@/components/ui/formatMoney'

import { usePriceText } from './usePriceText'

/** Says how long an offer is free at first and what it costs then, and what is paid once beside; null where there is neither. */
export const useTrialText = (): ((offer: { terms: null | Terms }) => null | string) => {
  const t = useTranslations('course')
  const { recurring } = usePriceText()
  const locale = useLocale()

  return ({ terms }) => {
    const trial =
      terms && terms.trialDays > 0
        ? t('trial', { count: terms.trialDays, price: recurring(terms) })
        : null
    const fee = terms?.setupFee
      ? t('setupFee', {
          fee: formatMoney({
            amount: terms.setupFee,
            currency: terms.currency,
            locale,
            whole: true,
          }),
        })
      : null

    return [trial, fee].filter(Boolean).join(' ') || null
  }
}
