import { useLocale, useTranslations } from 'next-intl'

import type { ShownTaxation } from '@/domain/commerce/tax/taxed'

import { formatMoney } from '@/components/ui/formatMoney'
import { Text } from '@/components/ui/Text'

import { useErrorText } from '../shell/useErrorText'
import { useTaxText } from './useTaxText'

/** What there is to say of tax beneath the sum: what of it is tax, why there is none, or what has to be known first. */
export const TaxNote = ({
  currency,
  hasTax,
  taxation: { isIncluded, needs, taxes, treatment },
}: {
  currency: string
  hasTax: boolean
  taxation: Pick<ShownTaxation, 'isIncluded' | 'needs' | 'taxes' | 'treatment'>
}) => {
  const t = useTranslations('checkout')
  const locale = useLocale()
  const errorText = useErrorText()
  const taxText = useTaxText()
  const said =
    needs === 'service'
      ? errorText('taxUnavailable')
      : needs
        ? !isIncluded && t('taxPending')
        : treatment === 'reverseCharge'
          ? t('reverseCharge')
          : treatment === 'outside'
            ? t('noTax')
            : hasTax && isIncluded
              ? taxes
                  .map(({ name, amount, percent }) =>
                    t('taxIncluded', {
                      tax: `${taxText({ name, percent })}: ${formatMoney({ amount, currency, locale })}`,
                    }),
                  )
                  .join('\n')
              : null

  return said ? (
    <Text className="whitespace-pre-line" role="status" size="small" tone="muted">
      {said}
    </Text>
  ) : null
}
