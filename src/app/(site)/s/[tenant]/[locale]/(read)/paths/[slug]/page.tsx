import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { JsonLd } from '@/components/pages/JsonLd'
import { pageMetadata } from '@/components/pages/pageMetadata'
import { PathView } from '@/components/pages/paths/PathView'
import { pageParams } from '@/components/shell/pageProps'
import { pathPath } from '@/domain/pages/addresses'
import { listFacts, trailFacts } from '@/domain/pages/facts'
import { descriptionFrom } from '@/domain/pages/shortText'
import { isSlug } from '@/domain/tenancy/hosts'
import { pathIn } from '@/domain/tenancy/locales'
import { pathPage } from '@/operations/catalog/pathPage'
import { courseOffers } from '@/operations/commerce/courseOffers'
import { listedCourses } from '@/operations/pages/listedCourses'
import { cachedForReader, movedOrGone, schoolFor } from '@/site'

export const dynamic = 'force-static'

/** Rendered when first asked for. */
export const generateStaticParams = () => []

const pathOf = async (reader: Parameters<typeof cachedForReader>[0], slug: string) =>
  isSlug(slug)
    ? cachedForReader(reader, ['path', slug], async (req) => {
        const path = await pathPage({ slug, req })
        if (!path) {
          return null
        }
        const ids = path.steps.map(({ course }) => course)
        const courses = ids.length > 0 ? await listedCourses({ ids, limit: ids.length, req }) : []
        const offers = await courseOffers({ courses: ids, req })

        return {
          bundles: offers.filter(
            ({ id, courses: opened }, at) =>
              opened.length > 1 &&
              opened.every((one) => ids.includes(one.id)) &&
              offers.findIndex((other) => other.id === id) === at,
          ),
          courses,
          path,
        }
      })
    : null

export const generateMetadata = async ({ params }: PageProps<'slug'>): Promise<Metadata> => {
  const { slug, locale, tenant } = await pageParams<'slug'>(params)
  const found = await pathOf({ locale, tenant }, slug)
  if (!found) {
    return {}
  }
  const school = await schoolFor({ locale, tenant })
  const t = await getTranslations('meta')
  const { description, summary, title } = found.path

  return pageMetadata({
    description: descriptionFrom(
      summary,
      description,
      t('path', { path: title, school: school.name }),
    ),
    locale,
    path: pathPath(slug),
    school,
    title,
  })
}

/** A learning path: its courses in their order, what opens when, and how far its reader is. */
export default async function PathPage({ params }: PageProps<'slug'>) {
  const { slug, locale, tenant } = await pageParams<'slug'>(params)
  const school = await schoolFor({ locale, tenant })
  const found = await pathOf({ locale, tenant }, slug)
  if (!found) {
    return movedOrGone({ locale, tenant }, pathPath(slug))
  }
  const { bundles, courses, path } = found
  const t = await getTranslations()
  const at = (to: string) => `${school.origin}${pathIn(school, locale, to)}`

  return (
    <>
      <JsonLd
        data={listFacts(
          courses.map((course) => ({ name: course.title, url: at(`/courses/${course.slug}`) })),
        )}
      />
      <JsonLd
        data={trailFacts([
          { name: t('shell.home'), url: at('/') },
          { name: t('shell.courses'), url: at('/courses') },
          { name: path.title, url: at(pathPath(slug)) },
        ])}
      />
      <PathView
        bundles={bundles}
        courses={courses}
        hasCertificate={school.features.certificates}
        path={path}
        url={at(pathPath(slug))}
      />
    </>
  )
}
