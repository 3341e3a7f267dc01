import { useTranslations } from 'next-intl'

import { Heading } from '@/components/ui/Heading'
import { TextLink } from '@/components/ui/TextLink'
import type { CourseCard } from '@/operations/catalog/courseCards'

import { CourseCover } from '../../catalog/CourseCover'

/** Courses one does not have yet. */
export const Suggestions = ({ courses }: { courses: readonly CourseCard[] }) => {
  const t = useTranslations('dashboard')

  return (
    <section className="flex flex-col gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Heading level={2} size="small">
          {t('suggestions')}
        </Heading>
        <TextLink className="inline-flex min-h-target items-center" href="/courses">
          {t('emptyAction')}
        </TextLink>
      </div>
      <ul className="grid gap-6 sm:grid-cols-3">
        {courses.map(({ id, slug, cover, title }) => (
          <li
            className="relative flex items-center gap-4 sm:flex-col sm:items-stretch sm:gap-3"
            key={id}
          >
            <div className="w-28 shrink-0 overflow-hidden rounded-card sm:w-auto">
              <CourseCover cover={cover} sizes="(min-width: 640px) 352px, 112px" title={title} />
            </div>
            <TextLink
              className="font-semibold after:absolute after:inset-0 hover:text-accent-text"
              dir="auto"
              href={`/courses/${slug}`}
              prefetch={false}
              variant="plain"
            >
              {title}
            </TextLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
