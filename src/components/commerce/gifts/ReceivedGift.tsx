'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Heading } from '@/components/ui/Heading'
import { Spinner } from '@/components/ui/Spinner'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { giftPath } from '@/domain/commerce/paths'
import { withNext } from '@/domain/identity/nextPath'
import type { ShownGift } from '@/operations/commerce/gifts'

import { callApi } from '../../shell/api'
import { fetchSession } from '../../shell/session'
import { useErrorText } from '../../shell/useErrorText'
import { useQuery } from '../../shell/useQuery'

type Known = 'loading' | 'missing' | { gift: ShownGift; reader: null | string }

const pathOf = (key: string) => `/api/gift-links/${encodeURIComponent(key)}`

/** The gift that the address names: from whom, what it is, and the button that takes it. */
export const ReceivedGift = () => {
  const t = useTranslations('gifts')
  const errorText = useErrorText()
  const query = useQuery()
  const [known, setKnown] = useState<Known>('loading')
  const [isBusy, setBusy] = useState(false)
  const [isTaken, setTaken] = useState(false)
  const [fault, setFault] = useState<null | string>(null)
  const key = query?.get('key') ?? ''
  useEffect(() => {
    if (!key) {
      return
    }
    const control = new AbortController()
    const read = async () => {
      const [gift, user] = await Promise.all([
        callApi<ShownGift>(pathOf(key), { signal: control.signal }),
        fetchSession(control.signal),
      ])
      if (!control.signal.aborted) {
        setKnown(gift.ok ? { gift: gift.data, reader: user?.email ?? null } : 'missing')
      }
    }
    void read()

    return () => control.abort()
  }, [key])
  if (query && (!key || known === 'missing')) {
    return (
      <Alert action={<ButtonLink href="/courses">{t('seeCourses')}</ButtonLink>} tone="warning">
        {t('missing')}
      </Alert>
    )
  }
  if (typeof known === 'string') {
    return (
      <Text tone="muted">
        <Spinner /> {t('loading')}
      </Text>
    )
  }
  const { gift, reader } = known
  const [first] = gift.courses
  const here = giftPath(key)
  const take = async () => {
    setBusy(true)
    const answer = await callApi(`${pathOf(key)}/redeem`, { body: {} })
    setBusy(false)
    setTaken(answer.ok)
    setFault(answer.ok ? null : errorText(answer.code))
  }

  return (
    <Stack gap={6}>
      <Stack gap={3}>
        <Text tone="muted">
          {t.rich('from', { bdi: (text) => <bdi>{text}</bdi>, buyer: gift.buyer })}
        </Text>
        <Heading level={2}>
          <bdi>{gift.courses.map(({ title }) => title).join(', ')}</bdi>
        </Heading>
        {gift.message && (
          <blockquote className="whitespace-pre-line border-s-2 border-accent-line ps-4">
            <bdi>{gift.message}</bdi>
          </blockquote>
        )}
      </Stack>
      {fault && <Alert tone="danger">{fault}</Alert>}
      {isTaken ? (
        <Alert action={<ButtonLink href="/dashboard">{t('toCourses')}</ButtonLink>} tone="success">
          {t('isTaken')}
        </Alert>
      ) : gift.status !== 'open' ? (
        <Alert
          action={reader && <ButtonLink href="/dashboard">{t('toCourses')}</ButtonLink>}
          tone="warning"
        >
          {t(gift.status === 'redeemed' ? 'isRedeemed' : 'isCancelled')}
        </Alert>
      ) : reader ? (
        <Stack gap={3}>
          <Button loading={isBusy} onClick={() => void take()} size="large" wide>
            {t('take')}
          </Button>
          <Text size="small" tone="muted">
            {t('takenAs', { email: reader })}
          </Text>
        </Stack>
      ) : (
        <Stack gap={3}>
          <ButtonLink href={withNext('/sign-up', here)} size="large" wide>
            {t('newAccount')}
          </ButtonLink>
          <ButtonLink href={withNext('/sign-in', here)} size="large" variant="secondary" wide>
            {t('signIn')}
          </ButtonLink>
        </Stack>
      )}
      {first && (
        <ButtonLink href={`/courses/${first.slug}`} variant="quiet">
          {t('see')}
        </ButtonLink>
      )}
    </Stack>
  )
}
