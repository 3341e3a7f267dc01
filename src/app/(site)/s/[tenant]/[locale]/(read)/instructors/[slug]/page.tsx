import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { InstructorView } from '@/components/pages/InstructorView'
import { JsonLd } from '@/components/pages/JsonLd'
import { pageMetadata } from '@/components/pages/pageMetadata'
import { pageParams } from '@/components/shell/pageProps'
import { instructorPath } from '@/domain/pages/addresses'
import { personFacts, trailFacts } from '@/domain/pages/facts'
import { descriptionFrom } from '@/domain/pages/shortText'
import { isSlug } from '@/domain/tenancy/hosts'
import { pathIn } from '@/domain/tenancy/locales'
import { instructorPage } from '@/operations/pages/instructorPage'
import { cachedForReader, movedOrGone, schoolFor } from '@/site'

export const dynamic = 'force-static'

/** Rendered when first asked for. */
export const generateStaticParams = () => []

/** Seconds after which the number of students is counted anew; all else follows at once. */
const COUNTED_EACH = 600

const instructorOf = async (reader: Parameters<typeof cachedForReader>[0], slug: string) =>
  isSlug(slug)
    ? cachedForReader(reader, ['instructor', slug], (req) => instructorPage({ slug, req }), {
        seconds: COUNTED_EACH,
      })
    : null

export const generateMetadata = async ({ params }: PageProps<'slug'>): Promise<Metadata> => {
  const { slug, locale, tenant } = await pageParams<'slug'>(params)
  const instructor = await instructorOf({ locale, tenant }, slug)
  if (!instructor) {
    return {}
  }
  const school = await schoolFor({ locale, tenant })
  const t = await getTranslations('meta')

  return pageMetadata({
    description: descriptionFrom(
      instructor.headline && `${instructor.name}: ${instructor.headline}`,
      instructor.bio,
      t('instructor', { name: instructor.name, school: school.name }),
    ),
    locale,
    path: instructorPath(slug),
    school,
    title: instructor.name,
  })
}

/** Who teaches, and what. */
export default async function InstructorPage({ params }: PageProps<'slug'>) {
  const { slug, locale, tenant } = await pageParams<'slug'>(params)
  const school = await schoolFor({ locale, tenant })
  const { name, origin } = school
  const instructor = await instructorOf({ locale, tenant }, slug)
  if (!instructor) {
    return movedOrGone({ locale, tenant }, instructorPath(slug))
  }
  const t = await getTranslations()
  const at = (path: string) => `${origin}${pathIn(school, locale, path)}`
  const url = at(instructorPath(slug))
  const { credentials, headline, photo, website } = instructor

  return (
    <>
      <JsonLd
        data={personFacts({
          name: instructor.name,
          credentials,
          headline,
          image: photo && new URL(photo.url, origin).toString(),
          sameAs: website ? [website] : [],
          school: { name, url: origin },
          url,
        })}
      />
      <JsonLd
        data={trailFacts([
          { name: t('shell.home'), url: at('/') },
          { name: t('about.title'), url: at('/about') },
          { name: instructor.name, url },
        ])}
      />
      <InstructorView instructor={instructor} url={url} />
    </>
  )
}
