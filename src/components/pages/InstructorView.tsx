import { useLocale, useTranslations } from 'next-intl'

import type { InstructorPage } from '@/operations/pages/instructorPage'

import { Avatar } from '@/components/ui/Avatar'
import { Breadcrumb } from '@/components/ui/Breadcrumb'
import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Island } from '@/components/ui/Island'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'

import { PlainList } from '../catalog/PlainList'
import { CourseTiles } from './CourseTiles'
import { Part } from './Part'
import { ShareLinks } from './ShareLinks'
import { Sums } from './Sums'

/** An instructor as visitors read them: who they are, what stands behind them, and what they teach here. */
export const InstructorView = ({
  instructor,
  url,
}: {
  instructor: InstructorPage
  /** Absolute address of this page. */
  url: string
}) => {
  const t = useTranslations()
  const { name, bio, certifications, courses, credentials, headline, history, photo, website } =
    instructor
  const spans = history.map(({ place, role, since, until }) => {
    const years = [since, until ?? (since ? t('instructor.today') : null)].filter(Boolean)

    return [role, place, years.join('–')].filter(Boolean).join(' · ')
  })

  return (
    <Container className="flex flex-col gap-16 pt-4 pb-section">
      <Stack className="max-w-reading" gap={6}>
        <Breadcrumb
          items={[{ href: '/about', label: t('about.title') }, { label: <bdi>{name}</bdi> }]}
        />
        <Stack align="center" className="flex-nowrap" gap={6} row>
          <Avatar
            className="size-24!"
            name={name}
            size="large"
            src={photo?.sources.at(0)?.url ?? photo?.url}
          />
          <div className="min-w-0">
            <Heading dir="auto" level={1}>
              {name}
            </Heading>
            {headline && (
              <Text dir="auto" size="large" tone="muted">
                {headline}
              </Text>
            )}
          </div>
        </Stack>
        <InstructorSums instructor={instructor} />
        {bio && (
          <Text className="whitespace-pre-line" dir="auto" size="large">
            {bio}
          </Text>
        )}
        {website && (
          <TextLink className="self-start" href={website}>
            <bdi>{new URL(website).hostname}</bdi>
          </TextLink>
        )}
        <Island name="ShareLinks" given={{ title: name, url }} of={ShareLinks} />
      </Stack>
      {courses.length > 0 && (
        <Part title={t('instructor.courses')}>
          <CourseTiles courses={courses} headingLevel={3} />
        </Part>
      )}
      {(credentials.length > 0 || certifications.length > 0 || spans.length > 0) && (
        <div className="grid gap-x-16 gap-y-12 lg:grid-cols-2">
          {credentials.length > 0 && (
            <Part title={t('instructor.credentials')}>
              <PlainList lines={credentials} />
            </Part>
          )}
          {certifications.length > 0 && (
            <Part title={t('instructor.certifications')}>
              <PlainList
                lines={certifications.map(({ issuer, title, year }) =>
                  [title, issuer, year].filter(Boolean).join(' · '),
                )}
              />
            </Part>
          )}
          {spans.length > 0 && (
            <Part title={t('instructor.history')}>
              <PlainList lines={spans} />
            </Part>
          )}
        </div>
      )}
    </Container>
  )
}

const InstructorSums = ({
  instructor: { courses, rating, students },
}: {
  instructor: InstructorPage
}) => {
  const t = useTranslations('instructor')
  const numbers = new Intl.NumberFormat(useLocale())

  return (
    <Sums
      items={[
        {
          label: t('coursesLabel', { count: courses.length }),
          value: numbers.format(courses.length),
        },
        { label: t('students', { count: students }), value: numbers.format(students) },
        ...(rating
          ? [
              {
                label: t('rating', { count: rating.count }),
                value: numbers.format(rating.average),
              },
            ]
          : []),
      ]}
    />
  )
}
