import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { RenderBlocks } from '@blocks/RenderBlocks'
import { CourseTiles } from '@/components/pages/CourseTiles'
import { JsonLd } from '@/components/pages/JsonLd'
import { pageMetadata } from '@/components/pages/pageMetadata'
import { pageParams } from '@/components/shell/pageProps'
import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Section } from '@/components/ui/Section'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { schoolFacts } from '@/domain/pages/facts'
import { descriptionFrom } from '@/domain/pages/shortText'
import { furtherLanguage } from '@/domain/tenancy/locales'
import { listedCourses } from '@/operations/pages/listedCourses'
import { pageBySlug } from '@/operations/pages/pages'
import type { Locale } from '@/domain/tenancy/locales'
import type { School } from '@/operations/tenancy/school'

import { cachedForReader, schoolFor } from '@/site'

export const dynamic = 'force-static'

type Reader = Parameters<typeof cachedForReader>[0]

const home = (reader: Reader) =>
  cachedForReader(reader, ['page', 'home'], (req) => pageBySlug({ slug: 'home', req }))

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  const { locale, tenant } = await pageParams(params)
  const school = await schoolFor({ locale, tenant })
  const description = await describe(school, locale)

  return pageMetadata({ description, locale, path: '/', school })
}

/** What a school says of itself, in a line. */
const describe = async ({ id, name, tagline }: School, locale: Locale): Promise<string> => {
  const t = await getTranslations('home')

  return descriptionFrom(
    (await home({ locale, tenant: id }))?.description,
    tagline,
    t('lead', { school: name }),
  )
}

/** A school's front door: the page whose address is `home`, or its courses where there is none. */
export default async function HomePage({ params }: PageProps) {
  const { locale, tenant } = await pageParams(params)
  const school = await schoolFor({ locale, tenant })
  const { name, origin } = school
  const page = await home({ locale, tenant })
  const facts = (
    <JsonLd
      data={schoolFacts({
        name,
        description: await describe(school, locale),
        locale: furtherLanguage(school, locale) ?? school.locale,
        logo: `${origin}/favicon.svg`,
        url: origin,
      })}
    />
  )
  if (page) {
    return (
      <>
        {facts}
        <RenderBlocks layout={page.layout} school={school} title={page.title} />
      </>
    )
  }
  const t = await getTranslations('home')
  const courses = await cachedForReader({ locale, tenant }, ['courses', 'all'], (req) =>
    listedCourses({ limit: 100, req }),
  )

  return (
    <Section>
      {facts}
      <Container>
        <Stack gap={12}>
          <Stack className="max-w-3xl" gap={4}>
            <Heading dir="auto" level={1} size="display">
              {school.name}
            </Heading>
            <Text dir="auto" size="lead" tone="muted">
              {school.tagline ?? t('lead', { school: school.name })}
            </Text>
          </Stack>
          <CourseTiles courses={courses} headingLevel={2} lead />
        </Stack>
      </Container>
    </Section>
  )
}
