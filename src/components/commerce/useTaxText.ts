import { useLocale, useTranslations } from 'next-intl'

import type { AppliedRate } from '@/domain/commerce/tax/rates'

import { percentText } from '@/domain/commerce/tax/percentText'

/** Says what a tax is called and how much of the price it is, as in "VAT (19%)". */
export const useTaxText = () => {
  const t = useTranslations('checkout')
  const locale = useLocale()

  return ({ name, percent }: AppliedRate): string =>
    t('taxAdded', { name, percent: percentText(percent, locale) })
}
