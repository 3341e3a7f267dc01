'use client'

import { ShieldCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { Text } from '@/components/ui/Text'

/** Where the card is typed in, or that none is needed; stands under the button that pays. */
export const PaymentNote = ({
  isFree,
  isTrial = false,
  keepsCard = false,
}: {
  isFree: boolean
  isTrial?: boolean
  /** Whether the card is kept for what is proposed after the payment. */
  keepsCard?: boolean
}) => {
  const t = useTranslations('checkout')

  return (
    <Text className="flex items-start gap-2" size="small" tone="muted">
      <ShieldCheck aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.5} />
      {t(isTrial ? 'cardToday' : isFree ? 'noCharge' : 'secure')}
      {keepsCard && ` ${t('keepsCard')}`}
    </Text>
  )
}
