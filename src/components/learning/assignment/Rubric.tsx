import { useTranslations } from 'next-intl'

import { Text } from '@/components/ui/Text'
import type { RubricCriterion } from '@/domain/catalog/lessons/rubric'
import type { Levels } from '@/domain/learning/assignments/reviews'

/** What work is judged by; with the level that was reached of each criterion, once it was judged. */
export const Rubric = ({
  levels: reached,
  rubric,
}: {
  levels?: Levels
  rubric: readonly RubricCriterion[]
}) => {
  const t = useTranslations('learn.assignment')

  return (
    <section aria-label={t('rubric')} className="flex flex-col gap-3">
      <Text as="span" size="small" strong>
        {t('rubric')}
      </Text>
      {rubric.map(({ id, description, levels, title }) => (
        <div className="flex flex-col gap-1 text-sm" key={id}>
          <bdi className="font-semibold">{title}</bdi>
          {description && (
            <Text dir="auto" size="small" tone="muted">
              {description}
            </Text>
          )}
          <ul className="flex flex-wrap gap-2">
            {levels.map((level) => (
              <li
                aria-current={reached?.[id] === level.id || undefined}
                className="rounded-control border border-line px-3 py-1 aria-[current]:border-accent-line aria-[current]:bg-accent-soft aria-[current]:font-semibold"
                key={level.id}
              >
                <bdi>{level.title}</bdi> <span className="tabular-nums">({level.points})</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
