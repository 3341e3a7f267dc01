'use client'

import { useTranslations } from 'next-intl'

import { Stack } from '@/components/ui/Stack'
import { Tabs } from '@/components/ui/Tabs'
import { Text } from '@/components/ui/Text'

import { SignInForm } from '../identity/SignInForm'
import { SignUpForm } from '../identity/SignUpForm'

/** For visitors: an account first, new or theirs, and back to the checkout with all that was chosen. */
export const CheckoutAccount = ({ here }: { here: string }) => {
  const t = useTranslations()

  return (
    <Stack gap={6}>
      <Text>{t('checkout.signInFirst')}</Text>
      <Tabs
        items={[
          { content: <SignUpForm next={here} />, label: t('checkout.newHere'), value: 'new' },
          {
            content: <SignInForm home={here} next={here} />,
            label: t('checkout.haveAccount'),
            value: 'known',
          },
        ]}
        label={t('checkout.account')}
      />
    </Stack>
  )
}
