'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import type { CourseReviews, ShownReview } from '@/operations/learning/courseReviews'

import { Button } from '@/components/ui/Button'

import { callApi } from '../../shell/api'
import { ReviewList } from './ReviewList'

/** The reviews after the first page, page by page as somebody asks for them. */
export const MoreReviews = ({
  course,
  first,
  written,
}: {
  /** The course's id. */
  course: string
  /** How many are shown already. */
  first: number
  /** How many there are. */
  written: number
}) => {
  const t = useTranslations('reviews')
  const [more, setMore] = useState<readonly ShownReview[]>([])
  const [page, setPage] = useState(1)
  const [isBusy, setBusy] = useState(false)
  const show = async () => {
    setBusy(true)
    const answer = await callApi<CourseReviews>(`/api/courses/${course}/reviews?page=${page + 1}`)
    if (answer.ok) {
      const { reviews } = answer.data
      setMore((held) => [
        ...held,
        ...reviews.filter(({ id }) => held.every((one) => one.id !== id)),
      ])
      setPage(page + 1)
    }
    setBusy(false)
  }

  return (
    <>
      {more.length > 0 && <ReviewList reviews={more} />}
      {first * page < written && (
        <Button
          className="self-start"
          loading={isBusy}
          onClick={() => void show()}
          variant="secondary"
        >
          {t('more')}
        </Button>
      )}
    </>
  )
}
