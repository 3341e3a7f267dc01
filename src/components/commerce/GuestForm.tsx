'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

import type { Billing } from '@/domain/commerce/invoices'
import type { PurchaseQuote } from '@/operations/commerce/quotePurchase'

import { formatMoney } from '@/components/ui/formatMoney'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import { emailFault, nameFault } from '@/domain/identity/credentials'
import { merchantOf } from '@/domain/commerce/providers'
import { withNext } from '@/domain/identity/nextPath'

import type { BillingChange } from './useBilling'
import type { GuestDetails } from './usePaying'

import { AuthForm } from '../identity/AuthForm'
import { EmailField, NameField } from '../identity/fields'
import { useCredentialText } from '../identity/useCredentialText'
import { useErrorText } from '../shell/useErrorText'
import { BillingFields } from './BillingFields'
import { rememberedGuest } from './guestMemory'
import { MerchantNote } from './merchants/MerchantNote'
import { PaymentNote } from './PaymentNote'
import { growsByTax, missingPlace, placeFaultIn } from './taxPlace'
import { BuyerPlace } from './BuyerPlace'

/** Buying without an account: name, address, and the button that says how much. */
export const GuestForm = ({
  billing,
  choice,
  hasCertificates,
  here,
  onBilling,
  onPay,
  quote: { currency, keepsCard, providers, taxation, total },
  terms,
}: {
  billing: Billing
  /** Whom is paid through, where there are several. */
  choice: ReactNode
  hasCertificates: boolean
  here: string
  onBilling: BillingChange
  /** Goes to pay; answers the code of a refusal that the form has to show. */
  onPay: (guest: GuestDetails) => Promise<null | string>
  quote: PurchaseQuote
  terms: ReactNode
}) => {
  const t = useTranslations()
  const locale = useLocale()
  const credentialText = useCredentialText()
  const errorText = useErrorText()
  const known = rememberedGuest()
  const isFree = total === 0

  const send = async ({ name = '', email = '' }: Record<string, string>) => {
    const code = await onPay({ name: name.trim(), email: email.trim() })
    if (code) {
      const place = placeFaultIn(code)

      return place
        ? { place }
        : code === 'badInput'
          ? { email: t('auth.invalidEmail') }
          : { form: errorText(code) }
    }
  }

  return (
    <Stack gap={6}>
      <Text>{t(isFree ? 'checkout.guestLeadFree' : 'checkout.guestLead')}</Text>
      <AuthForm
        check={({ name = '', email = '' }) => ({
          name: credentialText(nameFault(name)),
          email: credentialText(emailFault(email.trim())),
          place: missingPlace(taxation, billing),
        })}
        send={send}
        submit={
          isFree
            ? t('checkout.guestFree')
            : t(growsByTax(taxation) ? 'checkout.payTaxed' : 'checkout.pay', {
                amount: formatMoney({ amount: total, currency, locale }),
              })
        }
      >
        {(errors) => (
          <>
            <NameField
              defaultValue={known.name}
              error={errors.name}
              hasCertificates={hasCertificates}
            />
            <EmailField
              defaultValue={known.email}
              error={errors.email}
              hint={t('checkout.guestEmailHint')}
            />
            {taxation && (
              <BuyerPlace
                billing={billing}
                fault={typeof errors.place === 'string' ? placeFaultIn(errors.place) : null}
                onChange={onBilling}
                taxation={taxation}
              />
            )}
            {(taxation || (!isFree && !merchantOf(providers[0]))) && (
              <BillingFields billing={billing} onChange={onBilling} taxation={taxation} />
            )}
            {choice}
          </>
        )}
      </AuthForm>
      {terms}
      <MerchantNote providers={providers} />
      <PaymentNote isFree={isFree} keepsCard={keepsCard && !merchantOf(providers[0])} />
      <Text size="small" tone="muted">
        {t('checkout.orPassword')}{' '}
        <TextLink href={withNext('/sign-up', here)}>{t('auth.createOne')}</TextLink>
      </Text>
    </Stack>
  )
}
