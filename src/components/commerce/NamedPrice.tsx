'use client'

import { useLocale, useTranslations } from 'next-intl'

import type { OpenPrice } from '@/domain/commerce/wishes'

import { Field } from '@/components/ui/Field'
import { formatMoney } from '@/components/ui/formatMoney'
import { MoneyInput } from '@/components/ui/MoneyInput'
import { amountFault } from '@/domain/commerce/wishes'

import { useBoundsText } from './useBoundsText'

/** The price that a buyer names on a course's page; `amount` is null while what stands there is none. */
export const NamedPrice = ({
  amount,
  currency,
  onName,
  open,
}: {
  amount: null | number
  currency: string
  onName: (amount: null | number) => void
  open: OpenPrice
}) => {
  const t = useTranslations('course')
  const locale = useLocale()
  const boundsText = useBoundsText()
  const fault = amountFault(open, amount)
  const money = (sum: number) => formatMoney({ amount: sum, currency, locale, whole: true })
  const said = {
    amountInvalid: () => t('amountInvalid'),
    amountTooHigh: () => t('atMost', { price: money(open.most ?? 0) }),
    amountTooLow: () => t('atLeast', { price: money(open.least) }),
  }

  return (
    <Field error={fault && said[fault]()} hint={boundsText(open, currency)} label={t('yourPrice')}>
      <MoneyInput currency={currency} defaultAmount={open.suggested} onAmount={onName} />
    </Field>
  )
}
