'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'

import { ButtonLink } from '@/components/ui/ButtonLink'
import { Skeleton } from '@/components/ui/Skeleton'
import { Stack } from '@/components/ui/Stack'
import { nextPath, withNext } from '@/domain/identity/nextPath'

import { useQuery } from '../shell/useQuery'
import { AuthPage } from './AuthPage'
import { ResendForm } from './ResendForm'

/**
 * Where a confirmation link returns to. Done, it goes straight on to what was begun before; a link
 * that failed can be asked for again, and one used before leads to signing in.
 */
export const Confirmation = ({ home }: { home: string }) => {
  const t = useTranslations('auth')
  const query = useQuery()
  const error = query?.get('error') ?? null
  const next = query?.get('next') ?? null
  const isDone = query?.has('done') === true && !error
  const onward = isDone ? nextPath(next, '') : ''

  useEffect(() => {
    if (onward) {
      location.replace(onward)
    }
  }, [onward])

  if (!query || onward) {
    return (
      <AuthPage title={t('confirmTitle')}>
        <Stack aria-busy gap={3}>
          <Skeleton className="w-3/4" />
          <Skeleton className="w-1/2" />
        </Stack>
      </AuthPage>
    )
  }
  if (isDone) {
    return (
      <AuthPage lead={t('confirmedBody')} title={t('confirmedTitle')}>
        <ButtonLink className="self-start" href={home} size="large">
          {t('startLearning')}
        </ButtonLink>
      </AuthPage>
    )
  }
  if (error === 'LINK_USED') {
    return (
      <AuthPage lead={t('confirmUsedBody')} title={t('confirmUsedTitle')}>
        <ButtonLink className="self-start" href={withNext('/sign-in', next)} size="large">
          {t('signIn')}
        </ButtonLink>
      </AuthPage>
    )
  }

  return error ? (
    <AuthPage lead={t('confirmFailedBody')} title={t('confirmFailedTitle')}>
      <ResendForm next={next} />
    </AuthPage>
  ) : (
    <AuthPage lead={t('confirmWaitBody')} title={t('checkMailTitle')}>
      <ResendForm next={next} />
    </AuthPage>
  )
}
