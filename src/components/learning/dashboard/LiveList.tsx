import { Radio } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { DateTime } from '@/components/ui/DateTime'
import { Heading } from '@/components/ui/Heading'
import { Island } from '@/components/ui/Island'
import type { LiveSoon } from '@/operations/learning/pressing'

import { DueLine } from './DueLine'

/** Live sessions that are on or will be soon, in their order. */
export const LiveList = ({
  sessions,
  timeZone,
}: {
  sessions: readonly LiveSoon[]
  timeZone: string
}) => {
  const t = useTranslations('dashboard')

  return (
    <section className="flex flex-col gap-4">
      <Heading level={2} size="small">
        {t('live')}
      </Heading>
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map(({ course, lesson, startsAt, title }) => (
          <DueLine
            action={t('open')}
            course={course.title}
            href={`/learn/${course.slug}/${lesson}`}
            icon={Radio}
            key={lesson}
            moment={
              <Island
                name="DateTime"
                given={{ show: 'dateTime', timeZone, value: startsAt }}
                of={DateTime}
              />
            }
            title={title}
          />
        ))}
      </ul>
    </section>
  )
}
