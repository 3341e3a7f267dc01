import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { CourseView } from '@/components/pages/CourseView'
import { JsonLd } from '@/components/pages/JsonLd'
import { pageMetadata } from '@/components/pages/pageMetadata'
import { pageParams } from '@/components/shell/pageProps'
import { courseFacts } from '@/domain/commerce/courseFacts'
import { courseCardPath } from '@/domain/pages/cards'
import { trailFacts } from '@/domain/pages/facts'
import { descriptionFrom, wordsOf } from '@/domain/pages/shortText'
import { isSlug } from '@/domain/tenancy/hosts'
import { type CoursePage as Course, coursePage } from '@/operations/catalog/coursePage'
import { courseOffers } from '@/operations/commerce/courseOffers'
import { cachedForSchool, currentSchool, movedOrGone } from '@/site'

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
  const school = await currentSchool(tenant)

  return pageMetadata({
    card: courseCardPath(slug),
    description: await describe(found.course, school.name),
    path: `/courses/${slug}`,
    school,
    title: found.course.title,
  })
}

/** What a course says of itself, in a line. */
const describe = async (
  { description, outcomes, summary, title }: Course,
  school: string,
): Promise<string> => {
  const t = await getTranslations('meta')

  return descriptionFrom(
    summary,
    wordsOf(description),
    outcomes.join(', '),
    t('course', { course: title, school }),
  )
}

/** The page of a course: what it gives, what is inside, what it costs. */
export default async function CoursePage({ params }: PageProps<'slug'>) {
  const { slug, tenant } = await pageParams<'slug'>(params)
  const { name, features, locale, origin } = await currentSchool(tenant)
  const t = await getTranslations('shell')
  const found = await courseOf(tenant, slug)
  if (!found) {
    return movedOrGone(tenant, `/courses/${slug}`)
  }
  const { course, offers } = found
  const url = `${origin}/courses/${slug}`

  return (
    <>
      <JsonLd
        data={courseFacts({
          name: course.title,
          description: await describe(course, name),
          image: course.cover && new URL(course.cover.url, origin).toString(),
          instructor: course.instructor,
          locale,
          offers: offers.filter(({ courses, terms }) => courses.length === 1 && terms === null),
          school: { name, url: origin },
          seconds: secondsOf(course),
          url,
        })}
      />
      <JsonLd
        data={trailFacts([
          { name: t('home'), url: `${origin}/` },
          { name: t('courses'), url: `${origin}/courses` },
          { name: course.title, url },
        ])}
      />
      <CourseView course={course} hasCertificate={features.certificates} offers={offers} />
    </>
  )
}

const secondsOf = ({ sections }: Course): number =>
  sections.flatMap(({ lessons }) => lessons).reduce((sum, { duration }) => sum + (duration ?? 0), 0)
