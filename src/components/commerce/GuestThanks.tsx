'use client'

import { CircleCheck, MailCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore, type ReactNode } from 'react'

import type { OrderOutcome } from '@/operations/commerce/orderOutcome'

import { ButtonLink } from '@/components/ui/ButtonLink'
import { Stack } from '@/components/ui/Stack'
import { withNext } from '@/domain/identity/nextPath'

import { rememberedGuest } from './guestMemory'
import { Outcome } from './Outcome'

const never = () => () => undefined

/** The address this tab typed at the checkout; the page itself does not know it. */
const useTypedEmail = (): string =>
  useSyncExternalStore(
    never,
    () => rememberedGuest().email,
    () => '',
  )

/** What comes after a guest's order: a look into the mail. `isClaim` where a free order waits for it. */
export const GuestThanks = ({
  courses,
  foot,
  isClaim,
  proposed,
}: {
  courses: OrderOutcome['courses']
  foot: ReactNode
  isClaim: boolean
  /** What is proposed after the payment. */
  proposed: ReactNode
}) => {
  const t = useTranslations('checkout')
  const email = useTypedEmail()
  const Mark = isClaim ? MailCheck : CircleCheck

  return (
    <Outcome
      action={
        <Stack gap={6}>
          {proposed}
          <div>
            <ButtonLink href={withNext('/sign-in', '/dashboard')} size="large" variant="secondary">
              {t('guestSignIn')}
            </ButtonLink>
          </div>
        </Stack>
      }
      body={
        <>
          <bdi className="font-semibold">{courses.map(({ title }) => title).join(', ')}</bdi>
          <br />
          {t(isClaim ? 'guestClaimBody' : 'guestPaidBody')} {email && t('guestMailTo', { email })}
        </>
      }
      foot={foot}
      mark={
        <Mark
          aria-hidden
          className={isClaim ? 'size-8 text-accent-text' : 'size-8 text-success'}
          strokeWidth={1.5}
        />
      }
      title={t(isClaim ? 'guestClaimTitle' : 'guestPaidTitle')}
    />
  )
}
