'use client'

import { useTranslations } from 'next-intl'

import type { Features } from '@/domain/tenancy/features'

import { Stack } from '@/components/ui/Stack'
import { Tabs } from '@/components/ui/Tabs'
import { Text } from '@/components/ui/Text'

import { SignInForm } from '../identity/SignInForm'
import { SignUpForm } from '../identity/SignUpForm'

/**
 * For visitors: an account first, new where the school lets them make one or else theirs, and back to
 * the checkout with all that was chosen.
 */
export const CheckoutAccount = ({ features, here }: { features: Features; here: string }) => {
  const t = useTranslations()
  const signIn = <SignInForm home={here} next={here} />
  if (!features.registration) {
    return (
      <Stack gap={6}>
        <Text>{t('checkout.signInOnly')}</Text>
        {signIn}
      </Stack>
    )
  }

  return (
    <Stack gap={6}>
      <Text>{t('checkout.signInFirst')}</Text>
      <Tabs
        items={[
          {
            content: <SignUpForm hasCertificates={features.certificates} next={here} />,
            label: t('checkout.newHere'),
            value: 'new',
          },
          { content: signIn, label: t('checkout.haveAccount'), value: 'known' },
        ]}
        label={t('checkout.account')}
      />
    </Stack>
  )
}
