import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { CourseTiles } from '@/components/pages/CourseTiles'
import { JsonLd } from '@/components/pages/JsonLd'
import { pageMetadata } from '@/components/pages/pageMetadata'
import { pageParams } from '@/components/shell/pageProps'
import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Section } from '@/components/ui/Section'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { listFacts, trailFacts } from '@/domain/pages/facts'
import { descriptionFrom } from '@/domain/pages/shortText'
import { listedCourses } from '@/operations/pages/listedCourses'
import { cachedForSchool, currentSchool } from '@/site'

export const dynamic = 'force-static'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const { tenant } = await pageParams(params)
  const school = await currentSchool(tenant)
  const t = await getTranslations()

  return pageMetadata({
    description: descriptionFrom(t('meta.catalog', { school: school.name })),
    path: '/courses',
    school,
    title: t('home.courses'),
  })
}

/** Everything a school teaches. */
export default async function CatalogPage({ params }: PageProps) {
  const { tenant } = await pageParams(params)
  const t = await getTranslations()
  const { name, origin, tagline } = await currentSchool(tenant)
  const courses = await cachedForSchool(tenant, ['courses', 'all'], (req) =>
    listedCourses({ limit: 100, req }),
  )

  return (
    <Section space="small">
      <JsonLd
        data={trailFacts([
          { name: t('shell.home'), url: `${origin}/` },
          { name: t('home.courses'), url: `${origin}/courses` },
        ])}
      />
      {courses.length > 0 && (
        <JsonLd
          data={listFacts(
            courses.map(({ slug, title }) => ({ name: title, url: `${origin}/courses/${slug}` })),
          )}
        />
      )}
      <Container>
        <Stack gap={8}>
          <Stack gap={2}>
            <Heading level={1}>{t('home.courses')}</Heading>
            <Text dir="auto" size="large" tone="muted">
              {tagline ?? t('home.lead', { school: name })}
            </Text>
          </Stack>
          <CourseTiles courses={courses} headingLevel={2} lead />
        </Stack>
      </Container>
    </Section>
  )
}
