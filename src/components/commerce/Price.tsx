import { useLocale, useTranslations } from 'next-intl'

import type { Money } from '@/domain/commerce/money'

import { cn } from '@/components/ui/classes'
import { formatMoney } from '@/components/ui/formatMoney'
import { PRICES } from '@/domain/pages/prices'

/**
 * What something costs: free, a price, the lowest of several, or what its buyer wants. Amounts in minor units; the
 * browser shows one of the `others` to whoever chose its currency.
 */
export const Price = ({
  amount,
  className,
  currency,
  isLowest = false,
  isOpen = false,
  others = [],
}: Money & {
  className?: string
  isLowest?: boolean
  isOpen?: boolean
  others?: readonly Money[]
}) => {
  const t = useTranslations()
  const locale = useLocale()
  const text = (money: Money): string => {
    if (money.amount === 0) {
      return t(isOpen ? 'course.openPrice' : 'common.free')
    }
    const price = formatMoney({ ...money, locale, whole: true })

    return isLowest ? t('home.from', { price }) : price
  }
  const texts = others.map((money) => [money.currency, text(money)] as const)

  return (
    <span
      className={cn('whitespace-nowrap tabular-nums', className)}
      {...(texts.length > 0 && { [PRICES]: JSON.stringify(Object.fromEntries(texts)) })}
    >
      {text({ amount, currency })}
    </span>
  )
}
