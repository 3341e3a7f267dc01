import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'
import type { DashboardCourse } from '@/operations/learning/dashboard'

import { CertificateList } from '@/components/learning/dashboard/CertificateList'
import { ContinueCard } from '@/components/learning/dashboard/ContinueCard'
import { CourseList } from '@/components/learning/dashboard/CourseList'
import { FirstSteps } from '@/components/learning/dashboard/FirstSteps'
import { pageParams } from '@/components/shell/pageProps'
import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Text } from '@/components/ui/Text'
import { certificatesOf } from '@/operations/certificates/list'
import { readDashboard } from '@/operations/learning/dashboard'
import { currentRequest, currentUser } from '@/request'
import { currentSchool } from '@/site'

export const dynamic = 'force-dynamic'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('dashboard'))('title') }
}

type Unfinished = DashboardCourse & { next: NonNullable<DashboardCourse['next']> }

const isUnfinished = (course: DashboardCourse): course is Unfinished =>
  course.next !== null && course.completedAt === null

/** "My learning": where she left, her courses, what she has earned. */
export default async function DashboardPage({ params }: PageProps) {
  const { tenant } = await pageParams(params)
  const user = await currentUser()
  if (!user) {
    redirect('/sign-in?next=/dashboard')
  }
  const req = await currentRequest()
  const whose = { learner: user.id, req }
  const [courses, certificates, { features, timeZone }, t] = await Promise.all([
    readDashboard(whose),
    certificatesOf(whose),
    currentSchool(tenant),
    getTranslations('dashboard'),
  ])
  const next = courses.find(isUnfinished)

  return (
    <Container className="flex flex-col gap-12 py-8 md:py-16">
      <div className="flex flex-col gap-1">
        <Text tone="muted">{t('greeting', { name: user.name })}</Text>
        <Heading level={1}>{t('title')}</Heading>
      </div>
      {courses.length === 0 && <FirstSteps hasCertificates={features.certificates} />}
      {next && <ContinueCard course={next} />}
      {courses.length > 0 && !next && <Text size="large">{t('allDone')}</Text>}
      {courses.length > 0 && <CourseList courses={courses} timeZone={timeZone} />}
      {certificates.length > 0 && (
        <CertificateList certificates={certificates} timeZone={timeZone} />
      )}
    </Container>
  )
}
