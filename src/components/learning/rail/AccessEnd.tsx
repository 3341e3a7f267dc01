'use client'

import { useTranslations } from 'next-intl'

import { DateTime } from '@/components/ui/DateTime'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'

import { useLessonProgress } from '../LessonProgress'

/** Until when the course is open to its learner, with the way to renew it; nothing where it is for good. */
export const AccessEnd = ({
  course: { slug, isShown },
}: {
  course: { isShown: boolean; slug: string }
}) => {
  const t = useTranslations('learn')
  const { learner } = useLessonProgress()
  if (!learner?.accessUntil) {
    return null
  }

  return (
    <Text className="flex flex-wrap items-center gap-x-3" size="small" tone="muted">
      <span>
        {t('openUntil')} <DateTime show="date" value={learner.accessUntil} />
      </span>
      {isShown && (
        <TextLink
          className="inline-flex min-h-target items-center"
          href={`/courses/${slug}`}
          prefetch={false}
        >
          {t('renew')}
        </TextLink>
      )}
    </Text>
  )
}
