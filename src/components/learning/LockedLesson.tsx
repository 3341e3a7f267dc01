import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { ButtonLink } from '@/components/ui/ButtonLink'
import { EmptyState } from '@/components/ui/EmptyState'

/** A lesson that is closed: why, and the way on. */
export const LockedLesson = ({
  course,
  lesson,
  reason,
}: {
  /** The course's slug. */
  course: string
  lesson: string
  reason: 'enroll' | 'signIn'
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
            {t('toCourse')}
          </ButtonLink>
        </div>
      }
      body={reason === 'signIn' ? t('lockedSignIn') : t('lockedBody')}
      icon={Lock}
      title={t('lockedTitle')}
    />
  )
}
