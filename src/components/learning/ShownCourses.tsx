import { useTranslations } from 'next-intl'

import { CourseLink } from '@/components/catalog/CourseLink'
import { Badge } from '@/components/ui/Badge'
import { Heading } from '@/components/ui/Heading'
import type { ShownCourse } from '@/operations/learning/history'

/** The courses that somebody lets others see. */
export const ShownCourses = ({ courses }: { courses: readonly ShownCourse[] }) => {
  const t = useTranslations('people')

  return (
    <section className="flex flex-col gap-4">
      <Heading level={2} size="small">
        {t('courses')}
      </Heading>
      <ul className="divide-y divide-line border-y border-line">
        {courses.map(({ completedAt, course }) => (
          <li
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2"
            key={course.slug}
          >
            <CourseLink className="font-semibold" course={course}>
              {course.title}
            </CourseLink>
            {completedAt && <Badge tone="success">{t('completed')}</Badge>}
          </li>
        ))}
      </ul>
    </section>
  )
}
