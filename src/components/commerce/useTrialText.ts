import { useTranslations } from 'next-intl'

import type { Terms } from '@/domain/commerce/subscriptions'

import { usePriceText } from './usePriceText'

/** Says how long an offer is free at first and what it costs then; null where it has no trial. */
export const useTrialText = (): ((offer: { terms: null | Terms }) => null | string) => {
  const t = useTranslations('course')
  const { recurring } = usePriceText()

  return ({ terms }) =>
    terms && terms.trialDays > 0
      ? t('trial', { count: terms.trialDays, price: recurring(terms) })
      : null
}
