import { CalendarClock, Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { ButtonLink } from '@/components/ui/ButtonLink'
import { DateTime } from '@/components/ui/DateTime'
import { EmptyState } from '@/components/ui/EmptyState'
import type { SharedLesson } from '@/operations/learning/lessonLearner'

type Closed = Pick<SharedLesson, 'course' | 'lesson' | 'needs' | 'opensAt'> & {
  lock: NonNullable<SharedLesson['lock']>
}

/** A lesson that is closed, or closed again: why, and the way on. */
export const LockedLesson = ({ view }: { view: Closed }) => {
  const t = useTranslations('learn')
  const { lock, opensAt } = view

  return (
    <EmptyState
      action={
        <div className="flex flex-wrap justify-center gap-3">
          <WayOn view={view} />
        </div>
      }
      body={
        opensAt ? (
          <>
            {t('lockedWhy.notYetBody')} <DateTime show="dateTime" value={opensAt} />.
          </>
        ) : (
          <Body view={view} />
        )
      }
      icon={lock === 'notYet' ? CalendarClock : Lock}
      title={<Title lock={lock} />}
    />
  )
}

const Title = ({ lock }: Pick<Closed, 'lock'>) => {
  const t = useTranslations('learn')
  switch (lock) {
    case 'after':
    case 'grade':
      return t('lockedWhy.afterTitle')
    case 'ended':
      return t('endedTitle')
    case 'notYet':
    case 'paused':
    case 'revoked':
      return t(`lockedWhy.${lock}Title`)
    default:
      return t('lockedTitle')
  }
}

const Body = ({ view: { lock, needs } }: { view: Closed }) => {
  const t = useTranslations('learn')
  if (needs) {
    const { kind, percent, title } = needs
    const after = kind === 'section' ? 'lockedWhy.afterSectionBody' : 'lockedWhy.afterBody'

    return percent === null ? t(after, { title }) : t('lockedWhy.gradeBody', { percent, title })
  }
  switch (lock) {
    case 'ended':
      return t('endedBody')
    case 'paused':
    case 'revoked':
      return t(`lockedWhy.${lock}Body`)
    case 'signIn':
      return t('lockedSignIn')
    default:
      return t('lockedBody')
  }
}

const WayOn = ({ view: { course, lesson, lock, needs } }: { view: Closed }) => {
  const t = useTranslations('learn')
  const shell = useTranslations('shell')
  const back = encodeURIComponent(`/learn/${course.slug}/${lesson.id}`)
  if (needs?.kind === 'lesson') {
    return (
      <ButtonLink href={`/learn/${course.slug}/${needs.id}`} prefetch={false}>
        {t('lockedWhy.toNeeded', { title: needs.title })}
      </ButtonLink>
    )
  }
  if (lock === 'after' || lock === 'notYet') {
    return (
      <ButtonLink href={`/learn/${course.slug}`} prefetch={false} variant="secondary">
        {t('lockedWhy.goOn')}
      </ButtonLink>
    )
  }

  return (
    <>
      {lock === 'signIn' && (
        <ButtonLink href={`/sign-in?next=${back}`} prefetch={false}>
          {shell('signIn')}
        </ButtonLink>
      )}
      {course.isShown && (
        <ButtonLink
          href={`/courses/${course.slug}`}
          variant={lock === 'signIn' ? 'secondary' : 'primary'}
        >
          {t(lock === 'ended' ? 'renew' : 'toCourse')}
        </ButtonLink>
      )}
    </>
  )
}
