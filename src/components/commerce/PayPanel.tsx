'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

import type { Billing } from '@/domain/commerce/invoices'
import type { PurchaseQuote } from '@/operations/commerce/quotePurchase'

import { Alert } from '@/components/ui/Alert'
import { Avatar } from '@/components/ui/Avatar'
import { Button } from '@/components/ui/Button'
import { formatMoney } from '@/components/ui/formatMoney'
import { Heading } from '@/components/ui/Heading'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'

import type { SessionUser } from '../shell/session'
import type { BillingChange } from './useBilling'

import { merchantOf } from '@/domain/commerce/providers'

import { useErrorText } from '../shell/useErrorText'
import { BillingFields } from './BillingFields'
import { MerchantNote } from './merchants/MerchantNote'
import { PaymentNote } from './PaymentNote'
import { growsByTax, placeFaultIn } from './taxPlace'
import { BuyerPlace } from './BuyerPlace'

/** Who pays, and the button that says how much. */
export const PayPanel = ({
  billing,
  choice,
  fault,
  isPaying,
  isQuoting,
  onBilling,
  onPay,
  quote: { currency, keepsCard, lines, providers, taxation, total },
  terms,
  user: { name, email },
}: {
  billing: Billing
  /** Whom is paid through, where there are several. */
  choice: ReactNode
  fault: null | string
  isPaying: boolean
  isQuoting: boolean
  onBilling: BillingChange
  onPay: () => void
  quote: PurchaseQuote
  terms: ReactNode
  user: SessionUser
}) => {
  const t = useTranslations('checkout')
  const locale = useLocale()
  const errorText = useErrorText()
  const isFree = total === 0
  const placeFault = taxation ? placeFaultIn(fault) : null
  const isTrial = isFree && lines.some(({ terms }) => terms !== null)

  return (
    <Stack gap={6}>
      <Stack gap={3}>
        <Heading level={2} size="small">
          {t('account')}
        </Heading>
        <div className="flex items-center gap-3 border-y border-line py-4">
          <Avatar name={name || email} />
          <div className="min-w-0">
            <Text strong>
              <bdi>{name}</bdi>
            </Text>
            <Text className="truncate" size="small" tone="muted">
              <bdi>{email}</bdi>
            </Text>
          </div>
        </div>
        <Text size="small" tone="muted">
          {t('receiptTo', { email })}
        </Text>
      </Stack>
      {taxation && (
        <BuyerPlace billing={billing} fault={placeFault} onChange={onBilling} taxation={taxation} />
      )}
      {(taxation || (!isFree && !merchantOf(providers[0]))) && (
        <BillingFields billing={billing} onChange={onBilling} taxation={taxation} />
      )}
      {choice}
      {fault && !placeFault && <Alert tone="danger">{errorText(fault)}</Alert>}
      <Button disabled={isQuoting} loading={isPaying} onClick={onPay} size="large" wide>
        {isFree
          ? t(isTrial ? 'startTrial' : 'startFree')
          : t(growsByTax(taxation) ? 'payTaxed' : 'pay', {
              amount: formatMoney({ amount: total, currency, locale }),
            })}
      </Button>
      {terms}
      <MerchantNote providers={providers} />
      <PaymentNote
        isFree={isFree}
        isTrial={isTrial}
        keepsCard={keepsCard && !merchantOf(providers[0])}
      />
    </Stack>
  )
}
