import { useTranslations } from 'next-intl'

import type { DashboardCourse } from '@/operations/learning/dashboard'
import type { DashboardView } from '@/operations/pages/dashboardView'

import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Text } from '@/components/ui/Text'

import { CertificateList } from './CertificateList'
import { ContinueCard } from './ContinueCard'
import { CourseList } from './CourseList'
import { DueList } from './DueList'
import { FirstSteps } from './FirstSteps'
import { LiveList } from './LiveList'
import { NewsList } from './NewsList'
import { PathsOnWay } from './PathsOnWay'
import { Suggestions } from './Suggestions'
import { UnpaidNotice } from '../UnpaidNotice'
import { WaitingList } from './WaitingList'

type Unfinished = DashboardCourse & { next: NonNullable<DashboardCourse['next']> }

const isUnfinished = (course: DashboardCourse): course is Unfinished =>
  course.next !== null && course.completedAt === null

/** Where she left, what is due and on, her courses, what was said in them, what she has earned, and what else there is. */
export const Dashboard = ({
  name,
  attempts,
  certificates,
  courses,
  discussions,
  further,
  hasCertificates,
  live,
  news,
  paths,
  schoolZone,
  suggested,
  unpaid,
  waiting,
  work,
  zone,
}: DashboardView & {
  /** Whether the school gives any. */
  hasCertificates: boolean
  /** IANA name of the school's time zone, in which a learner reads who has chosen none. */
  schoolZone: string
}) => {
  const t = useTranslations('dashboard')
  const next = courses.find(isUnfinished)
  const open = courses.filter(({ hasEnded }) => !hasEnded)
  const isAllDone = open.length > 0 && open.every(({ completedAt }) => completedAt)
  const timeZone = zone ?? schoolZone

  return (
    <Container className="flex flex-col gap-12 py-8 md:py-16">
      <div className="flex flex-col gap-1">
        <Text tone="muted">{t('greeting', { name })}</Text>
        <Heading level={1}>{t('title')}</Heading>
      </div>
      {unpaid.map((plan) => (
        <UnpaidNotice key={plan.id} plan={plan} timeZone={timeZone} />
      ))}
      {courses.length === 0 && <FirstSteps hasCertificates={hasCertificates} />}
      {next && <ContinueCard course={next} />}
      {isAllDone && <Text size="large">{t('allDone')}</Text>}
      {waiting.length > 0 && <WaitingList timeZone={timeZone} waiting={waiting} />}
      {attempts.length + work.length > 0 && (
        <DueList attempts={attempts} timeZone={timeZone} work={work} />
      )}
      {live.length > 0 && <LiveList sessions={live} timeZone={timeZone} />}
      {courses.length > 0 && (
        <CourseList
          courses={courses}
          discussions={discussions}
          further={further}
          timeZone={timeZone}
        />
      )}
      {news.length > 0 && <NewsList news={news} timeZone={timeZone} />}
      {paths.length > 0 && <PathsOnWay paths={paths} />}
      {certificates.length > 0 && (
        <CertificateList certificates={certificates} timeZone={timeZone} />
      )}
      {suggested.length > 0 && <Suggestions courses={suggested} />}
    </Container>
  )
}
