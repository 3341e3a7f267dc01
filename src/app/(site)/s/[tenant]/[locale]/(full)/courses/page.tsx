import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { CourseTiles } from '@/components/pages/CourseTiles'
import { pageParams } from '@/components/shell/pageProps'
import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Section } from '@/components/ui/Section'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { listedCourses } from '@/operations/pages/listedCourses'
import { cachedForSchool, currentSchool } from '@/site'

export const dynamic = 'force-static'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return {
    alternates: { canonical: '/courses' },
    title: (await getTranslations('home'))('courses'),
  }
}

/** Everything a school teaches. */
export default async function CatalogPage({ params }: PageProps) {
  const { tenant } = await pageParams(params)
  const t = await getTranslations('home')
  const { name, tagline } = await currentSchool(tenant)
  const courses = await cachedForSchool(tenant, ['courses', 'all'], (req) =>
    listedCourses({ limit: 100, req }),
  )

  return (
    <Section space="small">
      <Container>
        <Stack gap={8}>
          <Stack gap={2}>
            <Heading level={1}>{t('courses')}</Heading>
            <Text dir="auto" size="large" tone="muted">
              {tagline ?? t('lead', { school: name })}
            </Text>
          </Stack>
          <CourseTiles courses={courses} headingLevel={2} lead />
        </Stack>
      </Container>
    </Section>
  )
}
