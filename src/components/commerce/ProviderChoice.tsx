'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'

import type { ProviderName } from '@/domain/commerce/providers'

import { RadioGroup } from '@/components/ui/RadioGroup'

const WORDS = {
  paddle: ['byPaddle', 'byPaddleHint'],
  paypal: ['byPaypal', 'byPaypalHint'],
  razorpay: ['byRazorpay', 'byRazorpayHint'],
  stripe: ['byStripe', 'byStripeHint'],
  test: ['byTest', 'byTestHint'],
} as const satisfies Record<ProviderName, readonly [string, string]>

/** Whom a buyer can pay through, as cards. */
export const ProviderChoice = ({
  disabled,
  onChoose,
  providers,
  value,
}: {
  disabled: boolean
  onChoose: (provider: ProviderName) => void
  providers: readonly ProviderName[]
  value: ProviderName
}) => {
  const t = useTranslations('checkout')
  const name = useId()

  return (
    <RadioGroup
      name={name}
      disabled={disabled}
      legend={t('payBy')}
      onValueChange={(chosen) => onChoose(providers.find((one) => one === chosen) ?? value)}
      options={providers.map((provider) => {
        const [label, hint] = WORDS[provider]

        return { hint: t(hint), label: <bdi>{t(label)}</bdi>, value: provider }
      })}
      value={value}
      variant="cards"
    />
  )
}
