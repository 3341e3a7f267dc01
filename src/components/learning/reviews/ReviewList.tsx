import { useTranslations } from 'next-intl'

import type { ShownReview } from '@/operations/learning/courseReviews'

import { Avatar } from '@/components/ui/Avatar'
import { DateTime } from '@/components/ui/DateTime'
import { Island } from '@/components/ui/Island'
import { Stars } from '@/components/ui/Stars'
import { Text } from '@/components/ui/Text'

/** What learners wrote, each with the school's answer. */
export const ReviewList = ({ reviews }: { reviews: readonly ShownReview[] }) => {
  const t = useTranslations('reviews')

  return (
    <ul className="flex flex-col">
      {reviews.map(({ id, author, reply, stars, text, writtenAt }) => (
        <li className="flex gap-4 border-t border-line py-6" key={id}>
          <Avatar name={author} />
          <div className="flex min-w-0 flex-1 flex-col gap-2">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Text as="span" strong>
                <bdi>{author}</bdi>
              </Text>
              <Stars label={t('stars', { count: stars })} value={stars} />
              <Island
                name="DateTime"
                given={{ className: 'text-sm text-muted', show: 'date', value: writtenAt }}
                of={DateTime}
              />
            </div>
            <Text className="wrap-anywhere whitespace-pre-line" dir="auto">
              {text}
            </Text>
            {reply && (
              <div className="mt-2 border-s-2 border-accent-line ps-4">
                <Text size="small" strong>
                  {t('reply')}
                </Text>
                <Text className="wrap-anywhere whitespace-pre-line" dir="auto" tone="muted">
                  {reply}
                </Text>
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
