'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'

import { Text } from '@/components/ui/Text'
import type { SharedLesson } from '@/operations/learning/lessonLearner'

import { RailLesson } from './RailLesson'

/** The course's sections and lessons; the open one is marked, and brought into view. */
export const CurriculumRail = ({
  course,
  current,
  isEnrolled,
  sections,
}: {
  /** The course's slug. */
  course: string
  current: string
  isEnrolled: boolean
  sections: SharedLesson['sections']
}) => {
  const t = useTranslations('learn')
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])

  return (
    <nav aria-label={t('curriculum')} className="flex flex-col gap-6 px-2 py-4" ref={list}>
      {sections
        .filter(({ lessons }) => lessons.length > 0)
        .map((section) => (
          <div key={section.id}>
            <Text as="div" className="px-3 pb-1" size="small" strong tone="muted">
              {section.title}
            </Text>
            <ol className="flex flex-col gap-0.5">
              {section.lessons.map((lesson) => (
                <li key={lesson.id}>
                  <RailLesson
                    href={`/learn/${course}/${lesson.id}`}
                    isCurrent={lesson.id === current}
                    isEnrolled={isEnrolled}
                    lesson={lesson}
                  />
                </li>
              ))}
            </ol>
          </div>
        ))}
    </nav>
  )
}
