import { PenLine, Timer } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { DateTime } from '@/components/ui/DateTime'
import { Heading } from '@/components/ui/Heading'
import { Island } from '@/components/ui/Island'
import type { DueWork } from '@/operations/learning/dueWork'
import type { DueAttempt } from '@/operations/learning/pressing'

import { DueLine } from './DueLine'

/** What waits to be handed in, the most pressing first: quizzes that run, then assignments. */
export const DueList = ({
  attempts,
  timeZone,
  work,
}: {
  attempts: readonly DueAttempt[]
  timeZone: string
  work: readonly DueWork[]
}) => {
  const t = useTranslations('dashboard')
  const at = (value: string) => (
    <Island name="DateTime" given={{ show: 'dateTime', timeZone, value }} of={DateTime} />
  )

  return (
    <section className="flex flex-col gap-4">
      <Heading level={2} size="small">
        {t('due')}
      </Heading>
      <ul className="divide-y divide-line border-y border-line">
        {attempts.map(({ attempt, course, deadlineAt, lesson, quiz }) => (
          <DueLine
            action={t('continue')}
            course={course.title}
            href={`/learn/${course.slug}/${lesson}`}
            icon={Timer}
            isPressing
            key={attempt}
            moment={
              deadlineAt && (
                <>
                  {t('until')} {at(deadlineAt)}
                </>
              )
            }
            title={quiz}
          />
        ))}
        {work.map(({ course, due, isLate, isReturned, lesson, title }) => (
          <DueLine
            action={t('open')}
            badge={isLate ? t('overdue') : isReturned ? t('returned') : undefined}
            course={course.title}
            href={`/learn/${course.slug}/${lesson}`}
            icon={PenLine}
            isPressing={isLate}
            key={lesson}
            moment={
              due && (
                <>
                  {t('dueBy')} {at(due)}
                </>
              )
            }
            title={title}
          />
        ))}
      </ul>
    </section>
  )
}
