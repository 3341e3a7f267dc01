import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { ButtonLink } from '@/components/ui/ButtonLink'
import { EmptyState } from '@/components/ui/EmptyState'

const BODIES = { ended: 'endedBody', enroll: 'lockedBody', signIn: 'lockedSignIn' } as const

/** A lesson that is closed, or closed again: why, and the way on. */
export const LockedLesson = ({
  course,
  lesson,
  reason,
}: {
  /** The course's slug. */
  course: string
  lesson: string
  reason: 'ended' | 'enroll' | 'signIn'
}) => {
  const t = useTranslations('learn')
  const shell = useTranslations('shell')
  const back = encodeURIComponent(`/learn/${course}/${lesson}`)

  return (
    <EmptyState
      action={
        <div className="flex flex-wrap justify-center gap-3">
          {reason === 'signIn' && (
            <ButtonLink href={`/sign-in?next=${back}`} prefetch={false}>
              {shell('signIn')}
            </ButtonLink>
          )}
          <ButtonLink
            href={`/courses/${course}`}
            variant={reason === 'signIn' ? 'secondary' : 'primary'}
          >
            {t(reason === 'ended' ? 'renew' : 'toCourse')}
          </ButtonLink>
        </div>
      }
      body={t(BODIES[reason])}
      icon={Lock}
      title={t(reason === 'ended' ? 'endedTitle' : 'lockedTitle')}
    />
  )
}
