import { useLocale, useTranslations } from 'next-intl'

import type { SchoolProfile } from '@/operations/pages/schoolProfile'
import type { School } from '@/operations/tenancy/school'

import { ButtonLink } from '@/components/ui/ButtonLink'
import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import { instructorPath } from '@/domain/pages/addresses'

import { PlainList } from '../catalog/PlainList'
import { CourseTiles } from './CourseTiles'
import { Part } from './Part'
import { PersonCard } from './PersonCard'
import { Sums } from './Sums'

/** A school as visitors read it: its story, who teaches, what it teaches, and how to reach it. */
export const SchoolView = ({
  profile,
  school,
}: {
  profile: SchoolProfile
  school: Pick<School, 'name' | 'supportEmail' | 'tagline'>
}) => {
  const t = useTranslations()
  const numbers = new Intl.NumberFormat(useLocale())
  const { accreditation, courseCount, courses, instructors, rating, story } = profile

  return (
    <Container className="flex flex-col gap-16 py-8 pb-section md:py-12">
      <Stack className="max-w-reading" gap={6}>
        <Stack gap={2}>
          <Heading dir="auto" level={1}>
            {school.name}
          </Heading>
          {school.tagline && (
            <Text dir="auto" size="lead" tone="muted">
              {school.tagline}
            </Text>
          )}
        </Stack>
        <Sums
          items={[
            {
              label: t('instructor.coursesLabel', { count: courseCount }),
              value: numbers.format(courseCount),
            },
            ...(rating
              ? [
                  {
                    label: t('instructor.rating', { count: rating.count }),
                    value: numbers.format(rating.average),
                  },
                ]
              : []),
          ]}
        />
        {story && (
          <Text className="whitespace-pre-line" dir="auto" size="large">
            {story}
          </Text>
        )}
      </Stack>
      {instructors.length > 0 && (
        <Part title={t('about.people')}>
          <ul className="grid gap-6 sm:grid-cols-2">
            {instructors.map(({ name, slug, headline, photo }) => (
              <li key={slug}>
                <PersonCard
                  name={name}
                  headline={headline}
                  href={instructorPath(slug)}
                  photo={photo}
                />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {courses.length > 0 && (
        <Part title={t('home.courses')}>
          <CourseTiles courses={courses} headingLevel={3} />
          {courseCount > courses.length && (
            <ButtonLink className="self-start" href="/courses" variant="secondary">
              {t('home.allCourses')}
            </ButtonLink>
          )}
        </Part>
      )}
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-2">
        {accreditation.length > 0 && (
          <Part title={t('about.accreditation')}>
            <PlainList lines={accreditation} />
          </Part>
        )}
        <Contacts profile={profile} supportEmail={school.supportEmail} />
      </div>
    </Container>
  )
}

const Contacts = ({
  profile: { address, phone, socials },
  supportEmail,
}: {
  profile: SchoolProfile
  supportEmail: null | string
}) => {
  const t = useTranslations('about')
  const links = [
    ...(supportEmail ? [{ name: supportEmail, href: `mailto:${supportEmail}` }] : []),
    ...(phone ? [{ name: phone, href: `tel:${phone.replace(/[^\d+]/g, '')}` }] : []),
    ...socials,
  ]
  if (links.length === 0 && !address) {
    return null
  }

  return (
    <Part title={t('contacts')}>
      <ul className="flex flex-col gap-1">
        {address && (
          <li>
            <bdi>{address}</bdi>
          </li>
        )}
        {links.map(({ name, href }) => (
          <li key={href}>
            <TextLink
              className="inline-flex min-h-target items-center"
              href={href}
              prefetch={false}
            >
              <bdi>{name}</bdi>
            </TextLink>
          </li>
        ))}
      </ul>
    </Part>
  )
}
