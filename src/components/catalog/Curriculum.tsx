import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'

import type { ListedLesson, ListedSection } from '@/operations/catalog/coursePage'

import { Accordion } from '@/components/ui/Accordion'
import { Badge } from '@/components/ui/Badge'
import { Duration } from '@/components/ui/Duration'
import { TextLink } from '@/components/ui/TextLink'
import { VisuallyHidden } from '@/components/ui/VisuallyHidden'

import { LESSON_ICONS } from './lessonIcons'

/** What is inside a course: sections that fold, their lessons with lengths, locks, and previews to open. */
export const Curriculum = ({
  course,
  sections,
}: {
  /** The course's slug. */
  course: string
  sections: readonly ListedSection[]
}) => {
  const t = useTranslations('common')

  return (
    <Accordion
      items={sections.map(({ id, lessons, title }, place) => ({
        id,
        aside: t('lessons', { count: lessons.length }),
        content: (
          <ol className="flex flex-col">
            {lessons.map((lesson) => (
              <LessonLine course={course} key={lesson.id} lesson={lesson} />
            ))}
          </ol>
        ),
        open: place === 0,
        title: <bdi>{title}</bdi>,
      }))}
    />
  )
}

const LessonLine = ({
  course,
  lesson: { id, duration, isPreview, kind, title },
}: {
  course: string
  lesson: ListedLesson
}) => {
  const t = useTranslations('course')
  const Icon = LESSON_ICONS[kind]

  return (
    <li className="flex min-h-target items-center gap-3 py-2">
      <Icon aria-hidden className="size-5 shrink-0 text-muted" strokeWidth={1.5} />
      <VisuallyHidden>{t(`lessonKinds.${kind}`)}</VisuallyHidden>
      <span className="min-w-0 flex-1">
        {isPreview ? (
          <TextLink href={`/learn/${course}/${id}`} prefetch={false}>
            <bdi>{title}</bdi>
          </TextLink>
        ) : (
          <bdi>{title}</bdi>
        )}
      </span>
      {isPreview && <Badge tone="accent">{t('preview')}</Badge>}
      {duration ? (
        <Duration className="shrink-0 text-sm whitespace-nowrap text-muted" seconds={duration} />
      ) : null}
      {!isPreview && (
        <>
          <Lock aria-hidden className="size-4 shrink-0 text-subtle" strokeWidth={1.5} />
          <VisuallyHidden>{t('locked')}</VisuallyHidden>
        </>
      )}
    </li>
  )
}
