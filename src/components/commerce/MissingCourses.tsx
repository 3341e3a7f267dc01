import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/Alert'
import { TextLink } from '@/components/ui/TextLink'
import type { MissingCourse } from '@/operations/commerce/prerequisites'

/** Why this cannot be bought yet: the courses that come first, with the way to each. */
export const MissingCourses = ({ courses }: { courses: readonly MissingCourse[] }) => {
  const t = useTranslations('checkout')

  return (
    <Alert title={t('missingTitle')} tone="warning">
      {t('missingBody')}
      <ul className="mt-2 flex flex-col">
        {courses.map(({ slug, title }) => (
          <li key={slug}>
            <TextLink className="inline-flex min-h-target items-center" href={`/courses/${slug}`}>
              {title}
            </TextLink>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
