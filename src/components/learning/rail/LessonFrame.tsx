'use client'

import { ListTree, PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { DiscussionLink } from '@/components/community/DiscussionLink'
import { CourseLink } from '@/components/catalog/CourseLink'
import { useState, type ReactNode } from 'react'

import { Button } from '@/components/ui/Button'
import { Sheet } from '@/components/ui/Sheet'
import type { SharedLesson } from '@/operations/learning/lessonLearner'

import { AccessEnd } from './AccessEnd'
import { CourseProgress } from './CourseProgress'
import { CurriculumRail } from './CurriculumRail'
import { rememberRail } from './railMemory'
import { UnpaidNotices } from './UnpaidNotices'

type FrameProps = {
  bar: ReactNode
  children: ReactNode
  course: { id: string; isShown: boolean; slug: string; title: string }
  current: string
  isEnrolled: boolean
  /** Whether the curriculum stood open when this browser was here last. */
  isOpen: boolean
  sections: SharedLesson['sections']
}

/** The lesson page's frame: the curriculum at the side, or in a sheet on phones; the lesson; the bar beneath. */
export const LessonFrame = ({
  bar,
  children,
  course,
  current,
  isEnrolled,
  isOpen: wasOpen,
  sections,
}: FrameProps) => {
  const t = useTranslations('learn')
  const [isOpen, setOpen] = useState(wasOpen)
  const turn = (open: boolean) => {
    setOpen(open)
    rememberRail(open)
  }
  const lessons = sections.flatMap((section) => section.lessons)
  const title = (
    <CourseLink className="min-w-0 flex-1 font-semibold" course={course}>
      <span className="line-clamp-2">{course.title}</span>
    </CourseLink>
  )
  const rail = (
    <>
      {isEnrolled && (
        <div className="px-5 pt-1">
          <CourseProgress lessons={lessons} />
          <AccessEnd course={course} />
          <DiscussionLink course={course} />
        </div>
      )}
      <CurriculumRail
        course={course.slug}
        current={current}
        isEnrolled={isEnrolled}
        sections={sections}
      />
    </>
  )

  return (
    <div className="flex flex-1">
      {isOpen && (
        <aside
          className="sticky top-0 hidden max-h-dvh w-80 shrink-0 self-start overflow-y-auto lg:block print:hidden"
          id="curriculum"
        >
          <div className="flex items-center gap-2 py-2 ps-5 pe-2">
            {title}
            <Button
              aria-controls="curriculum"
              aria-expanded
              aria-label={t('hideCurriculum')}
              onClick={() => turn(false)}
              size="icon"
              variant="quiet"
            >
              <PanelLeftClose aria-hidden className="size-5 rtl:rotate-180" strokeWidth={1.5} />
            </Button>
          </div>
          {rail}
        </aside>
      )}
      <div className="flex min-w-0 flex-1 flex-col border-line lg:border-s">
        <div
          className={`flex items-center gap-2 border-b border-line px-2 print:hidden ${isOpen ? 'lg:hidden' : ''}`}
        >
          <Button
            aria-expanded={false}
            aria-label={t('showCurriculum')}
            className="max-lg:hidden"
            onClick={() => turn(true)}
            size="icon"
            variant="quiet"
          >
            <PanelLeftOpen aria-hidden className="size-5 rtl:rotate-180" strokeWidth={1.5} />
          </Button>
          <Sheet
            side="start"
            title={course.title}
            trigger={
              <Button
                aria-label={t('showCurriculum')}
                className="lg:hidden"
                size="icon"
                variant="quiet"
              >
                <ListTree aria-hidden className="size-5 rtl:-scale-x-100" strokeWidth={1.5} />
              </Button>
            }
          >
            <div className="-mx-5 -my-4">{rail}</div>
          </Sheet>
          {title}
        </div>
        <main className="flex flex-1 flex-col" id="content">
          <UnpaidNotices />
          {children}
        </main>
        {bar}
      </div>
    </div>
  )
}
