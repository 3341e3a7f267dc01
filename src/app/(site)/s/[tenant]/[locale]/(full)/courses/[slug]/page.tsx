import type { Metadata } from 'next'

import { notFound } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'

import { CourseView } from '@/components/pages/CourseView'
import { JsonLd } from '@/components/pages/JsonLd'
import { pageParams } from '@/components/shell/pageProps'
import { courseFacts } from '@/domain/commerce/courseFacts'
import { isSlug } from '@/domain/tenancy/hosts'
import { coursePage } from '@/operations/catalog/coursePage'
import { courseOffers } from '@/operations/commerce/courseOffers'
import { cachedForSchool, currentSchool } from '@/site'

export const dynamic = 'force-static'

/** Rendered when first asked for. */
export const generateStaticParams = () => []

const courseOf = async (tenant: string, slug: string) =>
  isSlug(slug)
    ? cachedForSchool(tenant, ['course', slug], async (req) => {
        const course = await coursePage({ slug, req })

        return course && { course, offers: await courseOffers({ courses: [course.id], req }) }
      })
    : null

export const generateMetadata = async ({ params }: PageProps<'slug'>): Promise<Metadata> => {
  const { slug, tenant } = await pageParams<'slug'>(params)
  const found = await courseOf(tenant, slug)
  if (!found) {
    return {}
  }
  const { cover, summary, title } = found.course

  return {
    alternates: { canonical: `/courses/${slug}` },
    description: summary ?? undefined,
    openGraph: {
      type: 'website',
      images: cover ? [cover.sources.at(-1)?.url ?? cover.url] : [],
      title,
    },
    title,
  }
}

/** The page of a course: what it gives, what is inside, what it costs. */
export default async function CoursePage({ params }: PageProps<'slug'>) {
  const { slug, tenant } = await pageParams<'slug'>(params)
  const { name, features, origin } = await currentSchool(tenant)
  const found = await courseOf(tenant, slug)
  if (!found) {
    notFound()
  }
  const { course, offers } = found

  return (
    <>
      <JsonLd
        data={courseFacts({
          name: course.title,
          description: course.summary,
          image: course.cover && new URL(course.cover.url, origin).toString(),
          instructor: course.instructor,
          offers,
          school: { name, url: origin },
          url: `${origin}/courses/${slug}`,
        })}
      />
      <CourseView course={course} hasCertificate={features.certificates} offers={offers} />
    </>
  )
}
