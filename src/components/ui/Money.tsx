import { useLocale } from 'next-intl'

import { cn } from './classes'
import { formatMoney } from './formatMoney'

/** An amount of minor units in the reader's notation. `whole` leaves out decimals that are all zero, as prices do; `struck` is a former price. */
export const Money = ({
  amount,
  className,
  currency,
  struck = false,
  whole = false,
}: {
  amount: number
  className?: string
  currency: string
  struck?: boolean
  whole?: boolean
}) => {
  const text = formatMoney({ amount, currency, locale: useLocale(), whole })
  const look = cn('whitespace-nowrap tabular-nums', className)

  return struck ? (
    <s className={cn(look, 'text-muted')}>{text}</s>
  ) : (
    <data className={look} value={`${amount} ${currency}`}>
      {text}
    </data>
  )
}
