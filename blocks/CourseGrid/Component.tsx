import type { CourseGridBlock } from '@payload-types'

import { getTranslations } from 'next-intl/server'

import { CourseTiles } from '@/components/pages/CourseTiles'
import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Section } from '@/components/ui/Section'
import { Stack } from '@/components/ui/Stack'
import { TextLink } from '@/components/ui/TextLink'

import type { BlockProps } from '../props'

import { coursesFor } from '../courses'

/** Cards of chosen courses, or of the newest, with the way to all of them. */
export const CourseGrid = async ({
  block: { courses: named, heading, limit },
  isLead,
  school,
}: BlockProps<CourseGridBlock>) => {
  const t = await getTranslations()
  const courses = await coursesFor(school, { courses: named ?? [], limit })

  return (
    <Section ground="surface">
      <Container>
        <Stack gap={8}>
          <Stack align="baseline" justify="between" row>
            <Heading dir="auto" level={2}>
              {heading || t('home.courses')}
            </Heading>
            <TextLink className="inline-flex min-h-target items-center" href="/courses">
              {t('common.seeAll')}
            </TextLink>
          </Stack>
          <CourseTiles courses={courses} headingLevel={3} lead={isLead} />
        </Stack>
      </Container>
    </Section>
  )
}
