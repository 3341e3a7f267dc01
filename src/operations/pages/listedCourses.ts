import type { PayloadRequest } from 'payload'

import type { Money } from '@/domain/commerce/money'
import type { CourseCard } from '@/operations/catalog/courseCards'
import type { CourseOffer } from '@/operations/commerce/courseOffers'
import type { Rating } from '@/operations/learning/ratings'

import { courseCards } from '@/operations/catalog/courseCards'
import { courseOffers } from '@/operations/commerce/courseOffers'
import { courseRatings } from '@/operations/learning/ratings'

/**
 * A course with what it costs by itself: its lowest price, and whether there are several; null when it is not for
 * sale. And with its rating, null where nobody gave one.
 */
export type ListedCourse = CourseCard & {
  price: (Money & { isLowest: boolean }) | null
  rating: null | Rating
}

/** Courses as a grid shows them, in three statements. */
export const listedCourses = async ({
  ids,
  limit,
  req,
}: {
  ids?: readonly string[]
  limit: number
  req: PayloadRequest
}): Promise<ListedCourse[]> => {
  const cards = await courseCards({ ids, limit, req })
  const courses = cards.map(({ id }) => id)
  const offers = await courseOffers({ courses, req })
  const ratings = await courseRatings({ courses, req })

  return cards.map((card) => ({
    ...card,
    price: lowest(
      offers.filter(
        ({ course, courses, terms }) =>
          course === card.id && courses.length === 1 && terms === null,
      ),
    ),
    rating: ratings.get(card.id) ?? null,
  }))
}

const lowest = ([first, ...others]: CourseOffer[]): ListedCourse['price'] => {
  if (!first) {
    return null
  }
  const { amount, currency } = others.reduce(
    (least, offer) => (offer.amount < least.amount ? offer : least),
    first,
  )

  return { amount, currency, isLowest: others.some((offer) => offer.amount !== first.amount) }
}
