import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { ButtonLink } from '@/components/ui/ButtonLink'
import { Card } from '@/components/ui/Card'
import { Heading } from '@/components/ui/Heading'
import { Progress } from '@/components/ui/Progress'
import { Text } from '@/components/ui/Text'
import type { DashboardCourse } from '@/operations/learning/dashboard'

/** The first thing on the dashboard: the lesson to go on with, and one button. */
export const ContinueCard = ({
  course: { course, lastSeenAt, next, percent },
}: {
  course: DashboardCourse & { next: NonNullable<DashboardCourse['next']> }
}) => {
  const t = useTranslations('dashboard')
  const isNew = lastSeenAt === null

  return (
    <Card asChild padding="large">
      <section className="grid items-end gap-6 md:grid-cols-[1fr_auto]">
        <div className="flex min-w-0 flex-col gap-2">
          <Text size="small" strong tone="accent">
            {isNew ? t('notStarted') : t('whereYouLeft')}
          </Text>
          <Heading level={2}>{next.title}</Heading>
          <Text tone="muted">{course.title}</Text>
          <Progress
            className="mt-3 max-w-form"
            label={t('progressOf', { course: course.title })}
            quiet
            value={percent}
            valueText={t('done', { percent })}
          />
        </div>
        <ButtonLink
          aria-label={`${isNew ? t('start') : t('continue')}: ${next.title}`}
          href={`/learn/${course.slug}/${next.id}`}
          prefetch={false}
          size="large"
        >
          {isNew ? t('start') : t('continue')}
          <ArrowRight aria-hidden className="size-5 rtl:rotate-180" strokeWidth={1.5} />
        </ButtonLink>
      </section>
    </Card>
  )
}
