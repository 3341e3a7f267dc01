import { useTranslations } from 'next-intl'

import type { PathStep } from '@/domain/catalog/pathSteps'
import type { ListedCourse } from '@/operations/pages/listedCourses'

import { Badge } from '@/components/ui/Badge'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'

/** The steps of a path as everybody reads them: each a course, whether it is required, and what opens it. */
export const PathSteps = ({
  courses,
  steps,
  titles,
}: {
  courses: readonly ListedCourse[]
  steps: readonly PathStep[]
  /** By the ids of courses. */
  titles: Readonly<Record<string, string>>
}) => {
  const t = useTranslations('path')
  const opensOf = ({ count, unlock }: PathStep, before: PathStep | undefined): null | string => {
    if (unlock === 'after') {
      return before ? t('after', { course: titles[before.course] ?? '' }) : null
    }

    return unlock === 'count' ? t('afterCount', { count: count ?? 0 }) : null
  }

  return (
    <ol className="flex flex-col divide-y divide-line border-y border-line">
      {steps.map((step, at) => {
        const course = courses.find(({ id }) => id === step.course)
        const opens = opensOf(step, steps[at - 1])

        return (
          course && (
            <li className="flex gap-4 py-4" key={course.id}>
              <Text as="span" className="tabular-nums" strong tone="muted">
                {at + 1}
              </Text>
              <div className="flex min-w-0 flex-1 flex-col gap-1">
                <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <TextLink
                    className="inline-flex min-h-target items-center font-semibold"
                    href={`/courses/${course.slug}`}
                    prefetch={false}
                    variant="plain"
                  >
                    <bdi>{course.title}</bdi>
                  </TextLink>
                  <Badge tone={step.isRequired ? 'accent' : 'neutral'}>
                    {t(step.isRequired ? 'required' : 'optional')}
                  </Badge>
                </div>
                {course.summary && (
                  <Text dir="auto" size="small" tone="muted">
                    {course.summary}
                  </Text>
                )}
                {opens && <Text size="small">{opens}</Text>}
              </div>
            </li>
          )
        )
      })}
    </ol>
  )
}
