import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { CourseView } from '@/components/pages/CourseView'
import { JsonLd } from '@/components/pages/JsonLd'
import { pageMetadata } from '@/components/pages/pageMetadata'
import { pageParams } from '@/components/shell/pageProps'
import { courseFacts } from '@/domain/commerce/courseFacts'
import { categoryPath } from '@/domain/pages/addresses'
import { courseCardPath } from '@/domain/pages/cards'
import { trailFacts } from '@/domain/pages/facts'
import { descriptionFrom, wordsOf } from '@/domain/pages/shortText'
import { isSlug } from '@/domain/tenancy/hosts'
import { pathIn } from '@/domain/tenancy/locales'
import { categoryTree } from '@/operations/catalog/categoryTree'
import { type CoursePage as Course, coursePage } from '@/operations/catalog/coursePage'
import { courseOffers } from '@/operations/commerce/courseOffers'
import { courseReviews } from '@/operations/learning/courseReviews'
import { courseTeachers } from '@/operations/pages/instructorPage'
import { relatedCourses } from '@/operations/pages/relatedCourses'
import { cachedForReader, movedOrGone, schoolFor } from '@/site'

export const dynamic = 'force-static'

/** Rendered when first asked for. */
export const generateStaticParams = () => []

const courseOf = async (reader: Parameters<typeof cachedForReader>[0], slug: string) =>
  isSlug(slug)
    ? cachedForReader(reader, ['course', slug], async (req) => {
        const course = await coursePage({ slug, req })
        if (!course) {
          return null
        }
        const { id } = course

        return {
          categories: await categoryTree(req),
          course,
          offers: await courseOffers({ courses: [id], req }),
          related: await relatedCourses({ course: id, req }),
          reviews: await courseReviews({ course: id, req }),
          teachers: await courseTeachers({ course: id, req }),
        }
      })
    : null

export const generateMetadata = async ({ params }: PageProps<'slug'>): Promise<Metadata> => {
  const { slug, locale, tenant } = await pageParams<'slug'>(params)
  const found = await courseOf({ locale, tenant }, slug)
  if (!found) {
    return {}
  }
  const school = await schoolFor({ locale, tenant })

  return pageMetadata({
    card: courseCardPath(slug),
    description: await describe(found.course, school.name),
    locale,
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
  const { slug, locale: reader, tenant } = await pageParams<'slug'>(params)
  const school = await schoolFor({ locale: reader, tenant })
  const { name, features, locale, origin } = school
  const t = await getTranslations()
  const found = await courseOf({ locale: reader, tenant }, slug)
  if (!found) {
    return movedOrGone({ locale: reader, tenant }, `/courses/${slug}`)
  }
  const { categories, course, offers, related, reviews, teachers } = found
  const { average, count } = reviews
  const category = categories.find(({ id }) => id === course.category)
  const language = course.isTranslated ? reader : (course.language ?? locale)
  const url = `${origin}${pathIn(school, reader, `/courses/${slug}`)}`

  return (
    <>
      <JsonLd
        data={courseFacts({
          name: course.title,
          category: category ? category.name : null,
          description: await describe(course, name),
          image: course.cover && new URL(course.cover.url, origin).toString(),
          instructor: course.instructor,
          level: t(`course.levels.${course.level}`),
          locale: language,
          // What has to be asked for is on offer to nobody yet.
          offers: offers.filter(
            ({ courses, isOnRequest, terms }) =>
              courses.length === 1 && terms === null && !isOnRequest,
          ),
          outcomes: course.outcomes,
          rating: average === null ? null : { average, count },
          requirements: course.requirements,
          school: { name, url: origin },
          seconds: course.seconds,
          url,
        })}
      />
      <JsonLd
        data={trailFacts([
          { name: t('shell.home'), url: `${origin}${pathIn(school, reader, '/')}` },
          { name: t('shell.courses'), url: `${origin}${pathIn(school, reader, '/courses')}` },
          { name: course.title, url },
        ])}
      />
      <CourseView
        category={category ? { name: category.name, href: categoryPath(category.slug) } : null}
        course={course}
        hasCertificate={features.certificates}
        language={language === reader ? undefined : language}
        offers={offers}
        related={related}
        reviews={reviews}
        teachers={teachers}
        url={url}
      />
    </>
  )
}
