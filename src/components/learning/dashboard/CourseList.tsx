import { useTranslations } from 'next-intl'

import { Badge } from '@/components/ui/Badge'
import { DateTime } from '@/components/ui/DateTime'
import { Heading } from '@/components/ui/Heading'
import { Island } from '@/components/ui/Island'
import { Progress } from '@/components/ui/Progress'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import type { OpenDiscussion } from '@/operations/community/fresh'
import type { DashboardCourse } from '@/operations/learning/dashboard'

import { DiscussionLine } from '../../community/DiscussionLine'
import { CourseCover } from '../../catalog/CourseCover'

/** Every course the learner has, with what is really done of it. */
export const CourseList = ({
  courses,
  discussions,
  further,
  timeZone,
}: {
  courses: readonly DashboardCourse[]
  discussions: readonly OpenDiscussion[]
  /** How many more a library holds that are not listed. */
  further: number
  timeZone: string
}) => {
  const t = useTranslations('dashboard')

  return (
    <section className="flex flex-col gap-4">
      <Heading level={2} size="small">
        {t('courses')}
      </Heading>
      <ul className="divide-y divide-line border-y border-line">
        {courses.map((entry) => (
          <li key={entry.enrollment}>
            <CourseRow
              discussion={discussions.find(({ course }) => course === entry.course.id)}
              entry={entry}
              timeZone={timeZone}
            />
          </li>
        ))}
      </ul>
      {further > 0 && (
        <TextLink className="self-start" href="/courses" prefetch={false}>
          {t('further', { count: further })}
        </TextLink>
      )}
    </section>
  )
}

const CourseRow = ({
  discussion,
  entry: {
    accessUntil,
    cohort,
    completedAt,
    course,
    hasEnded,
    isEndingSoon,
    isPaused,
    lastSeenAt,
    next,
    opensAt,
    percent,
  },
  timeZone,
}: {
  discussion: OpenDiscussion | undefined
  entry: DashboardCourse
  timeZone: string
}) => {
  const t = useTranslations('dashboard')

  return (
    <div className="group relative grid grid-cols-[5rem_minmax(0,1fr)] items-center gap-x-4 gap-y-3 py-5 md:grid-cols-[7rem_minmax(0,1fr)_16rem] md:gap-x-6">
      <div className="overflow-hidden rounded-control">
        <CourseCover cover={course.cover} sizes="112px" title={course.title} />
      </div>
      <div className="flex min-w-0 flex-col gap-1">
        {hasEnded && !course.isShown ? (
          <span className="text-lg font-semibold">{course.title}</span>
        ) : (
          <TextLink
            className="text-lg font-semibold group-hover:text-accent-text after:absolute after:inset-0"
            href={hasEnded ? `/courses/${course.slug}` : `/learn/${course.slug}`}
            prefetch={false}
            variant="plain"
          >
            {course.title}
          </TextLink>
        )}
        <Text className="flex flex-wrap items-center gap-x-4" size="small" tone="muted">
          {next ? (
            <span>{t('nextLesson', { lesson: next.title })}</span>
          ) : (
            completedAt && (
              <Island
                name="DateTime"
                given={{ show: 'date', timeZone, value: completedAt }}
                of={DateTime}
              />
            )
          )}
          {cohort?.isBefore && !isPaused && (
            <span className="text-text">
              {t('cohortStarts', { name: cohort.name })}{' '}
              <Island
                name="DateTime"
                given={{ show: 'dateTime', timeZone, value: cohort.startsAt }}
                of={DateTime}
              />
            </span>
          )}
          {opensAt && !completedAt && (
            <span>
              {t('nextOpens')}{' '}
              <Island
                name="DateTime"
                given={{ show: 'dateTime', timeZone, value: opensAt }}
                of={DateTime}
              />
            </span>
          )}
          {isPaused && <span className="text-text">{t('paused')}</span>}
          {accessUntil && !isPaused && (
            <span className={hasEnded ? 'text-text' : undefined}>
              {t(hasEnded ? 'endedOn' : 'openUntil')}{' '}
              <Island
                name="DateTime"
                given={{ show: 'date', timeZone, value: accessUntil }}
                of={DateTime}
              />
              {hasEnded && course.isShown && ` · ${t('renew')}`}
              {isEndingSoon && course.isShown && (
                <>
                  {' · '}
                  <TextLink className="relative" href={`/courses/${course.slug}`} prefetch={false}>
                    {t('renew')}
                  </TextLink>
                </>
              )}
            </span>
          )}
          {lastSeenAt && next && (
            <span>
              {t('lastSeen')}{' '}
              <Island name="DateTime" given={{ timeZone, value: lastSeenAt }} of={DateTime} />
            </span>
          )}
        </Text>
        {discussion && <DiscussionLine course={course.slug} fresh={discussion.fresh} />}
      </div>
      {completedAt ? (
        <Badge
          className="col-start-2 justify-self-start md:col-start-3 md:justify-self-end"
          tone="success"
        >
          {t('completed')}
        </Badge>
      ) : (
        <div className="col-span-2 flex flex-col gap-1 md:col-span-1">
          <Progress
            label={t('progressOf', { course: course.title })}
            quiet
            value={percent}
            valueText={t('done', { percent })}
          />
          <Text aria-hidden className="tabular-nums" size="small" tone="muted">
            {percent > 0 || lastSeenAt ? t('done', { percent }) : t('notStarted')}
          </Text>
        </div>
      )}
    </div>
  )
}
