import { cn } from '@/components/ui/classes'
import { Money } from '@/components/ui/Money'

/** One line of a sum, in a `dl`; `amount` in minor units. */
export const SumLine = ({
  amount,
  currency,
  isTotal = false,
  label,
}: {
  amount: number
  currency: string
  isTotal?: boolean
  label: string
}) => (
  <div
    className={cn(
      'flex items-baseline justify-between gap-4',
      isTotal ? 'border-t border-line pt-3 text-xl font-semibold' : 'text-muted',
    )}
  >
    <dt>{label}</dt>
    <dd>
      <Money amount={amount} currency={currency} />
    </dd>
  </div>
)
