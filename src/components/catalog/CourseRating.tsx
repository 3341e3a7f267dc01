import { Star } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'

import { cn } from '@/components/ui/classes'
import { shownRating } from '@/domain/learning/reviews'

/** Stars of a course in short: one star, the average and how many gave any. */
export const CourseRating = ({
  className,
  rating: { average, count },
}: {
  className?: string
  rating: { average: number; count: number }
}) => {
  const t = useTranslations('reviews')
  const value = shownRating(average)
  const stars = new Intl.NumberFormat(useLocale(), { minimumFractionDigits: 1 }).format(value)

  return (
    <span
      aria-label={t('ratingOf', { count, stars })}
      className={cn('inline-flex items-center gap-1 text-sm whitespace-nowrap', className)}
      role="img"
    >
      <Star aria-hidden className="size-4 fill-current text-accent-text" strokeWidth={1.5} />
      <span className="font-semibold tabular-nums">{stars}</span>
      <span className="text-muted tabular-nums">({count})</span>
    </span>
  )
}
