import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'
import type { DashboardCourse } from '@/operations/learning/dashboard'

import { CertificateList } from '@/components/learning/dashboard/CertificateList'
import { ContinueCard } from '@/components/learning/dashboard/ContinueCard'
import { CourseList } from '@/components/learning/dashboard/CourseList'
import { DueList } from '@/components/learning/dashboard/DueList'
import { FirstSteps } from '@/components/learning/dashboard/FirstSteps'
import { Suggestions } from '@/components/learning/dashboard/Suggestions'
import { pageParams } from '@/components/shell/pageProps'
import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Text } from '@/components/ui/Text'
import { certificatesOf } from '@/operations/certificates/list'
import { dueAttempts } from '@/operations/learning/dueAttempts'
import { readDashboard } from '@/operations/learning/dashboard'
import { listedCourses } from '@/operations/pages/listedCourses'
import { currentRequest, currentUser } from '@/request'
import { cachedForReader, currentSchool } from '@/site'

export const dynamic = 'force-dynamic'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('dashboard'))('title') }
}

type Unfinished = DashboardCourse & { next: NonNullable<DashboardCourse['next']> }

const isUnfinished = (course: DashboardCourse): course is Unfinished =>
  course.next !== null && course.completedAt === null

/** Courses offered to whoever does not have them. */
const MOST_SUGGESTED = 3

/** "My learning": where she left, what is due, her courses, what she has earned, and what else there is. */
export default async function DashboardPage({ params }: PageProps) {
  const { locale, tenant } = await pageParams(params)
  const user = await currentUser()
  if (!user) {
    redirect('/sign-in?next=/dashboard')
  }
  const req = await currentRequest()
  const whose = { learner: user.id, req }
  const [courses, certificates, attempts, catalog, school, t] = await Promise.all([
    readDashboard(whose),
    certificatesOf(whose),
    dueAttempts(whose),
    cachedForReader({ locale, tenant }, ['courses', 'all'], (visitor) =>
      listedCourses({ limit: 100, req: visitor }),
    ),
    currentSchool(tenant),
    getTranslations('dashboard'),
  ])
  const next = courses.find(isUnfinished)
  const timeZone = user.timeZone ?? school.timeZone
  const covers = new Map(catalog.map(({ id, cover }) => [id, cover]))
  const owned = new Set(courses.map(({ course }) => course.id))
  const suggested = catalog.filter(({ id }) => !owned.has(id)).slice(0, MOST_SUGGESTED)

  return (
    <Container className="flex flex-col gap-12 py-8 md:py-16">
      <div className="flex flex-col gap-1">
        <Text tone="muted">{t('greeting', { name: user.name })}</Text>
        <Heading level={1}>{t('title')}</Heading>
      </div>
      {courses.length === 0 && <FirstSteps hasCertificates={school.features.certificates} />}
      {next && <ContinueCard course={next} />}
      {courses.some(({ hasEnded }) => !hasEnded) && !next && (
        <Text size="large">{t('allDone')}</Text>
      )}
      {attempts.length > 0 && <DueList attempts={attempts} timeZone={timeZone} />}
      {courses.length > 0 && <CourseList courses={courses} covers={covers} timeZone={timeZone} />}
      {certificates.length > 0 && (
        <CertificateList certificates={certificates} timeZone={timeZone} />
      )}
      {suggested.length > 0 && <Suggestions courses={suggested} />}
    </Container>
  )
}
