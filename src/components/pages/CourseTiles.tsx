import { BookOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'

import type { ListedCourse } from '@/operations/pages/listedCourses'

import { EmptyState } from '@/components/ui/EmptyState'
import { Grid } from '@/components/ui/Grid'

import { CourseTile } from './CourseTile'

/** Courses side by side, or a word about there being none yet. `lead` is for those in view at first. */
export const CourseTiles = ({
  courses,
  headingLevel,
  lead = false,
}: {
  courses: readonly ListedCourse[]
  headingLevel: 2 | 3
  lead?: boolean
}) => {
  const t = useTranslations('home')
  if (courses.length === 0) {
    return <EmptyState body={t('emptyBody')} icon={BookOpen} title={t('emptyTitle')} />
  }

  return (
    <Grid asChild columns={courses.length === 2 ? 2 : 3}>
      <ul>
        {courses.map((course, place) => (
          <li key={course.id}>
            <CourseTile course={course} eager={lead && place < 2} headingLevel={headingLevel} />
          </li>
        ))}
      </ul>
    </Grid>
  )
}
