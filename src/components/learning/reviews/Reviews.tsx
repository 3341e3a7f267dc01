import { useTranslations } from 'next-intl'

import type { CourseReviews } from '@/operations/learning/courseReviews'

import { Island } from '@/components/ui/Island'
import { Text } from '@/components/ui/Text'

import { MoreReviews } from './MoreReviews'
import { RatingSummary } from './RatingSummary'
import { ReviewForm } from './ReviewForm'
import { ReviewList } from './ReviewList'

/** What learners say of a course, and where they say it. */
export const Reviews = ({
  course,
  given: { average, count, reviews, stars, written },
}: {
  /** The course's id. */
  course: string
  given: CourseReviews
}) => {
  const t = useTranslations('reviews')

  return (
    <div className="flex flex-col gap-6">
      {average === null ? (
        <Text tone="muted">{t('none')}</Text>
      ) : (
        <RatingSummary average={average} count={count} stars={stars} />
      )}
      <Island name="ReviewForm" given={{ course }} of={ReviewForm} />
      {reviews.length > 0 && (
        <div className="flex flex-col">
          <ReviewList reviews={reviews} />
          <Island
            name="MoreReviews"
            given={{ course, first: reviews.length, written }}
            of={MoreReviews}
          />
        </div>
      )}
    </div>
  )
}
