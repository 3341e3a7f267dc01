import { getLocale } from 'next-intl/server'

import type { CourseOffer } from '@/operations/commerce/courseOffers'
import type { ListedCourse } from '@/operations/pages/listedCourses'
import type { School } from '@/operations/tenancy/school'

import { idOf } from '@/domain/ids'
import { isLocale } from '@/domain/tenancy/locales'
import { courseOffers } from '@/operations/commerce/courseOffers'
import { listedCourses } from '@/operations/pages/listedCourses'
import { cachedForReader } from '@/site'

/** In which language the page around a block is rendered. */
const readerOf = async ({ id }: School) => {
  const locale = await getLocale()

  return { locale: isLocale(locale) ? locale : 'en', tenant: id } as const
}

type Named = { id: string } | string

/** Published courses with their prices, from the cache: those named, in that order, or the newest. */
export const coursesFor = async (
  school: School,
  { courses, limit }: { courses: readonly Named[]; limit: number },
): Promise<ListedCourse[]> => {
  const ids = courses.map(idOf)

  return cachedForReader(await readerOf(school), ['courses', String(limit), ...ids], (req) =>
    listedCourses({ ids, limit, req }),
  )
}

/** One course with its price; null where none is named or it is not published. */
export const courseFor = async (
  school: School,
  course: Named | null | undefined,
): Promise<ListedCourse | null> =>
  (course && (await coursesFor(school, { courses: [course], limit: 1 }))[0]) || null

/** What is on sale of a course, from the cache. */
export const offersFor = async (school: School, course: string): Promise<CourseOffer[]> =>
  cachedForReader(await readerOf(school), ['offers', course], (req) =>
    courseOffers({ courses: [course], req }),
  )
