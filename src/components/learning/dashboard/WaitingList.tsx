import { useTranslations } from 'next-intl'

import { DateTime } from '@/components/ui/DateTime'
import { Heading } from '@/components/ui/Heading'
import { Island } from '@/components/ui/Island'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import type { WaitedFor } from '@/operations/learning/waitedFor'

/** Cohorts that the learner waits for: the place in the queue, or until when a place is kept. */
export const WaitingList = ({
  timeZone,
  waiting,
}: {
  timeZone: string
  waiting: readonly WaitedFor[]
}) => {
  const t = useTranslations()

  return (
    <section className="flex flex-col gap-4">
      <Heading level={2} size="small">
        {t('dashboard.waitlist')}
      </Heading>
      <ul className="divide-y divide-line border-y border-line">
        {waiting.map(({ cohort, course, entry, position, until }) => (
          <li
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-4"
            key={entry}
          >
            <div className="min-w-0">
              <TextLink
                className="inline-flex min-h-target items-center font-semibold"
                href={`/courses/${course.slug}`}
                variant="plain"
              >
                {course.title}
              </TextLink>
              <Text size="small" tone="muted">
                <bdi>{cohort}</bdi>
              </Text>
            </div>
            {until ? (
              <Text className="text-success" strong>
                {t('dashboard.waitlistOffered')}{' '}
                <Island
                  name="DateTime"
                  given={{ show: 'dateTime', timeZone, value: until }}
                  of={DateTime}
                />
              </Text>
            ) : (
              position !== null && (
                <Text tone="muted">{t('course.waitlistPosition', { count: position })}</Text>
              )
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
