import { useLocale, useTranslations } from 'next-intl'

import type { CourseReviews } from '@/operations/learning/courseReviews'

import { Progress } from '@/components/ui/Progress'
import { Stars } from '@/components/ui/Stars'
import { Text } from '@/components/ui/Text'

const STEPS = ['5', '4', '3', '2', '1'] as const

/** Stars on average, how many gave any, and how they are spread. */
export const RatingSummary = ({
  average,
  count,
  stars,
}: Pick<CourseReviews, 'count' | 'stars'> & { average: number }) => {
  const t = useTranslations('reviews')
  const shown = new Intl.NumberFormat(useLocale(), { minimumFractionDigits: 1 }).format(average)

  return (
    <div className="flex flex-wrap items-center gap-x-12 gap-y-4">
      <div className="flex flex-col gap-1">
        <span className="text-5xl font-semibold tabular-nums">{shown}</span>
        <Stars label={t('ratingOf', { count, stars: shown })} value={average} />
        <Text size="small" tone="muted">
          {t('count', { count })}
        </Text>
      </div>
      <ul className="flex min-w-60 flex-1 flex-col gap-1.5">
        {STEPS.map((step) => (
          <li className="flex items-center gap-3 text-sm text-muted" key={step}>
            <span className="w-3 tabular-nums">{step}</span>
            <Progress
              label={t('stars', { count: Number(step) })}
              quiet
              value={count > 0 ? (stars[step] / count) * 100 : 0}
              valueText={t('count', { count: stars[step] })}
            />
            <span className="w-8 text-end tabular-nums">{stars[step]}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
