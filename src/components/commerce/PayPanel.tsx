'use client'

import { useLocale, useTranslations } from 'next-intl'

import type { PurchaseQuote } from '@/operations/commerce/quotePurchase'

import { Alert } from '@/components/ui/Alert'
import { Avatar } from '@/components/ui/Avatar'
import { Button } from '@/components/ui/Button'
import { formatMoney } from '@/components/ui/formatMoney'
import { Heading } from '@/components/ui/Heading'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'

import type { SessionUser } from '../shell/session'

import { useErrorText } from '../shell/useErrorText'
import { PaymentNote } from './PaymentNote'

/** Who pays, and the button that says how much. */
export const PayPanel = ({
  fault,
  isPaying,
  isQuoting,
  onPay,
  quote: { currency, total },
  user: { name, email },
}: {
  fault: null | string
  isPaying: boolean
  isQuoting: boolean
  onPay: () => void
  quote: PurchaseQuote
  user: SessionUser
}) => {
  const t = useTranslations('checkout')
  const locale = useLocale()
  const errorText = useErrorText()
  const isFree = total === 0

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
      {fault && <Alert tone="danger">{errorText(fault)}</Alert>}
      <Button disabled={isQuoting} loading={isPaying} onClick={onPay} size="large" wide>
        {isFree
          ? t('startFree')
          : t('pay', { amount: formatMoney({ amount: total, currency, locale }) })}
      </Button>
      <PaymentNote isFree={isFree} />
    </Stack>
  )
}
