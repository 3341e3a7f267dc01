'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Stack } from '@/components/ui/Stack'
import { withNext } from '@/domain/identity/nextPath'

import type { SignedIn } from '../authApi'

import { callApi } from '../../shell/api'
import { useErrorText } from '../../shell/useErrorText'
import { useQuery } from '../../shell/useQuery'
import { arrive } from '../arrive'

/** Signs in by the link of a mail, at one press: programs that look into mails open links, and must use none up. */
export const LinkSignIn = ({ home }: { home: string }) => {
  const t = useTranslations('signIn.byMail')
  const errorText = useErrorText()
  const query = useQuery()
  const next = query?.get('next') ?? null
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<null | string>(null)
  const press = async () => {
    setBusy(true)
    const answer = await callApi<SignedIn>('/api/sign-in/mail/open', {
      body: { token: query?.get('token') ?? '' },
    })
    if (answer.ok) {
      arrive(answer.data, { home, next })
    } else {
      setBusy(false)
      setError(answer.code)
    }
  }

  return (
    <Stack aria-live="polite" gap={6}>
      {error ? (
        <Alert
          action={<ButtonLink href={withNext('/sign-in', next)}>{t('toSignIn')}</ButtonLink>}
          tone="warning"
        >
          {errorText(error)}
        </Alert>
      ) : (
        <Button
          className="self-start"
          disabled={!query}
          loading={busy}
          onClick={() => void press()}
          size="large"
        >
          {t('open')}
        </Button>
      )}
    </Stack>
  )
}
