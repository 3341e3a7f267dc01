'use client'

import { Circle, CircleCheck, Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { LESSON_ICONS } from '@/components/catalog/lessonIcons'
import { cn } from '@/components/ui/classes'
import { Duration } from '@/components/ui/Duration'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import { VisuallyHidden } from '@/components/ui/VisuallyHidden'
import type { SharedOutlineLesson } from '@/operations/learning/lessonLearner'

import { LockWords } from '../LockWords'
import { useLessonProgress } from '../LessonProgress'

/** One line of the curriculum: whether it is done or locked, what it is, and how long it takes. */
export const RailLesson = ({
  href,
  isCurrent,
  isEnrolled,
  lesson: { id, duration, isPreview, kind, title },
}: {
  href: string
  isCurrent: boolean
  isEnrolled: boolean
  lesson: SharedOutlineLesson
}) => {
  const t = useTranslations('learn')
  const words = useTranslations('course')
  const { isCompleted, learner } = useLessonProgress()
  const locked = learner?.locks[id]
  const Kind = LESSON_ICONS[kind]
  const done = isCompleted(id)
  const Mark = locked ? Lock : done ? CircleCheck : Circle

  return (
    <TextLink
      aria-current={isCurrent ? 'page' : undefined}
      className={cn(
        'flex min-h-target items-start gap-3 rounded-control px-3 py-2.5 text-sm hover:bg-sunken',
        isCurrent && 'bg-accent-soft font-semibold hover:bg-accent-soft',
        locked && 'text-muted',
      )}
      href={href}
      prefetch={false}
      variant="plain"
    >
      <Mark
        aria-hidden
        className={cn('mt-0.5 size-4 shrink-0', done ? 'text-success' : 'text-subtle')}
        strokeWidth={1.5}
      />
      <span className="min-w-0 flex-1">
        <span className="block">
          {title}
          {done && <VisuallyHidden> · {t('completed')}</VisuallyHidden>}
        </span>
        <Text
          as="span"
          className="mt-0.5 flex flex-wrap items-center gap-x-1.5 font-normal"
          size="tiny"
          tone="muted"
        >
          <Kind aria-hidden className="size-3.5" strokeWidth={1.5} />
          {words(`lessonKinds.${kind}`)}
          {duration ? (
            <>
              <span aria-hidden>·</span>
              <Duration seconds={duration} />
            </>
          ) : null}
          {isPreview && !isEnrolled && (
            <>
              <span aria-hidden>·</span>
              {words('preview')}
            </>
          )}
          {locked && (
            <span className="basis-full">
              <LockWords {...locked} />
            </span>
          )}
        </Text>
      </span>
    </TextLink>
  )
}
