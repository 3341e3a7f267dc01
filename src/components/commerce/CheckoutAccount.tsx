'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense, type ReactNode } from 'react'

import type { Billing } from '@/domain/commerce/invoices'
import type { Features } from '@/domain/tenancy/features'
import type { PurchaseQuote } from '@/operations/commerce/quotePurchase'

import { Stack } from '@/components/ui/Stack'
import { Spinner } from '@/components/ui/Spinner'
import { Tabs } from '@/components/ui/Tabs'
import { Text } from '@/components/ui/Text'

import type { BillingChange } from './useBilling'
import type { GuestDetails } from './usePaying'

import { GuestForm } from './GuestForm'

// Fetched where it is shown: most who come here are new.
const SignInForm = lazy(async () => ({
  default: (await import('../identity/SignInForm')).SignInForm,
}))

/**
 * For visitors: buying as a guest where the school takes new people, or signing in and coming back to
 * the checkout with all that was chosen.
 */
export const CheckoutAccount = ({
  billing,
  choice,
  features,
  here,
  onBilling,
  onPay,
  quote,
  terms,
}: {
  billing: Billing
  choice: ReactNode
  features: Pick<Features, 'certificates' | 'registration'>
  here: string
  onBilling: BillingChange
  onPay: (guest: GuestDetails) => Promise<null | string>
  quote: PurchaseQuote
  terms: ReactNode
}) => {
  const t = useTranslations()
  const signIn = (
    <Suspense fallback={<Spinner />}>
      <SignInForm home={here} next={here} />
    </Suspense>
  )
  if (!features.registration) {
    return (
      <Stack gap={6}>
        <Text>{t('checkout.signInOnly')}</Text>
        {signIn}
      </Stack>
    )
  }

  return (
    <Tabs
      items={[
        {
          content: (
            <GuestForm
              billing={billing}
              choice={choice}
              hasCertificates={features.certificates}
              here={here}
              onBilling={onBilling}
              onPay={onPay}
              quote={quote}
              terms={terms}
            />
          ),
          label: t('checkout.newHere'),
          value: 'new',
        },
        { content: signIn, label: t('checkout.haveAccount'), value: 'known' },
      ]}
      label={t('checkout.account')}
    />
  )
}
