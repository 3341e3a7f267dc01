import { Timer } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { ButtonLink } from '@/components/ui/ButtonLink'
import { DateTime } from '@/components/ui/DateTime'
import { Heading } from '@/components/ui/Heading'
import { Island } from '@/components/ui/Island'
import { Text } from '@/components/ui/Text'
import type { DueAttempt } from '@/operations/learning/pressing'

/** What waits to be handed in, the most pressing first. */
export const DueList = ({
  attempts,
  timeZone,
}: {
  attempts: readonly DueAttempt[]
  timeZone: string
}) => {
  const t = useTranslations('dashboard')

  return (
    <section className="flex flex-col gap-4">
      <Heading level={2} size="small">
        {t('due')}
      </Heading>
      <ul className="divide-y divide-line border-y border-line">
        {attempts.map(({ attempt, course, deadlineAt, lesson, quiz }) => (
          <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4" key={attempt}>
            <Timer aria-hidden className="size-6 shrink-0 text-warning" strokeWidth={1.5} />
            <div className="min-w-48 flex-1">
              <Text dir="auto" strong>
                {quiz}
              </Text>
              <Text size="small" tone="muted">
                <bdi>{course.title}</bdi>
                {deadlineAt && (
                  <>
                    {' · '}
                    {t('until')}{' '}
                    <Island
                      name="DateTime"
                      given={{ show: 'dateTime', timeZone, value: deadlineAt }}
                      of={DateTime}
                    />
                  </>
                )}
              </Text>
            </div>
            <ButtonLink
              aria-label={`${t('continue')}: ${quiz}`}
              href={`/learn/${course.slug}/${lesson}`}
              prefetch={false}
              size="small"
              variant="secondary"
            >
              {t('continue')}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
