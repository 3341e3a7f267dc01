import { useLocale, useTranslations } from 'next-intl'

import { cn } from '@/components/ui/classes'
import { formatMoney } from '@/components/ui/formatMoney'

/** What something costs: free, a price, or the lowest of several. `amount` in minor units. */
export const Price = ({
  amount,
  className,
  currency,
  isLowest = false,
}: {
  amount: number
  className?: string
  currency: string
  isLowest?: boolean
}) => {
  const t = useTranslations()
  const locale = useLocale()
  const price =
    amount === 0 ? t('common.free') : formatMoney({ amount, currency, locale, whole: true })

  return (
    <span className={cn('whitespace-nowrap tabular-nums', className)}>
      {isLowest && amount > 0 ? t('home.from', { price }) : price}
    </span>
  )
}
