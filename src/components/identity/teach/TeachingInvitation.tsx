'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import type { Invitation } from '@/domain/catalog/team'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Spinner } from '@/components/ui/Spinner'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { withNext } from '@/domain/identity/nextPath'

import { useErrorText } from '../../shell/useErrorText'
import { NewTeacher } from './NewTeacher'
import { Offered } from './Offered'
import { useInvitation } from './useInvitation'

const admin = (course: string): string => `/admin/collections/courses/${course}`

/** What is left to say of an invitation that cannot be answered any more, or was. */
const Answered = ({
  invitation: { course, courseId, isExpired, state },
  reader,
}: {
  invitation: Invitation
  reader: null | string
}) => {
  const t = useTranslations('auth.teach')
  if (state === 'accepted') {
    const href = reader ? admin(courseId) : withNext('/sign-in', admin(courseId))

    return (
      <Alert
        action={<ButtonLink href={href}>{t(reader ? 'toCourse' : 'toSignIn')}</ButtonLink>}
        tone="success"
      >
        {t('accepted', { course })}
      </Alert>
    )
  }
  const isDeclined = state === 'declined'

  return (
    <Alert tone={isDeclined ? 'success' : 'warning'}>
      {t(isDeclined ? 'declined' : isExpired && state === 'invited' ? 'expired' : 'closed')}
    </Alert>
  )
}

/** Shows an invitation into the team of a course, and takes the answer. */
export const TeachingInvitation = () => {
  const t = useTranslations('auth.teach')
  const errorText = useErrorText()
  const { answer, known, path } = useInvitation()
  const [busy, setBusy] = useState<'accepted' | 'declined' | null>(null)
  const [state, setState] = useState<Invitation['state'] | null>(null)
  const [error, setError] = useState<null | string>(null)
  if (known === 'loading') {
    return (
      <Text tone="muted">
        <Spinner /> {t('loading')}
      </Text>
    )
  }
  if (known === 'missing') {
    return <Alert tone="warning">{t('missing')}</Alert>
  }
  const { reader } = known
  const invitation = { ...known.invitation, state: state ?? known.invitation.state }
  const { email, hasAccount, isExpired } = invitation
  if (invitation.state !== 'invited' || isExpired) {
    return <Answered invitation={invitation} reader={reader} />
  }
  const press = async (said: 'accepted' | 'declined') => {
    setBusy(said)
    const told = await answer(said)
    setBusy(null)
    setError(told.ok ? null : errorText(told.code))
    setState(told.ok ? told.data.state : null)
  }
  const isOther = reader !== null && reader !== email
  const isNew = reader === null && !hasAccount

  return (
    <Stack gap={6}>
      <Offered invitation={invitation} />
      {error && <Alert tone="danger">{error}</Alert>}
      {isOther && <Alert tone="warning">{errorText('otherAccount')}</Alert>}
      {isNew && <NewTeacher answer={answer} invitation={invitation} />}
      <div className="flex flex-wrap gap-3">
        {reader === email && (
          <Button loading={busy === 'accepted'} onClick={() => void press('accepted')} size="large">
            {t('accept')}
          </Button>
        )}
        {reader === null && hasAccount && (
          <ButtonLink href={withNext('/sign-in', path)} size="large">
            {t('signIn')}
          </ButtonLink>
        )}
        <Button
          loading={busy === 'declined'}
          onClick={() => void press('declined')}
          size="large"
          variant="secondary"
        >
          {t('decline')}
        </Button>
      </div>
    </Stack>
  )
}
