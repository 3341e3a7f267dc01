import type { PayloadRequest } from 'payload'

import type { Money } from '@/domain/commerce/money'
import type { CourseCard } from '@/operations/catalog/courseCards'
import type { CourseOffer } from '@/operations/commerce/courseOffers'

import { courseCards } from '@/operations/catalog/courseCards'
import { courseOffers } from '@/operations/commerce/courseOffers'

/** A course with what it costs by itself: its lowest price, and whether there are several; null when it is not for sale. */
export type ListedCourse = CourseCard & { price: (Money & { isLowest: boolean }) | null }

/** Courses as a grid shows them, in two statements. */
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
  const offers = await courseOffers({ courses: cards.map(({ id }) => id), req })

  return cards.map((card) => ({
    ...card,
    price: lowest(
      offers.filter(
        ({ course, courses, terms }) =>
          course === card.id && courses.length === 1 && terms === null,
      ),
    ),
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
