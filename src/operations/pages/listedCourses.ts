import type { PayloadRequest } from 'payload'

import type { Money } from '@/domain/commerce/money'
import type { CourseCard } from '@/operations/catalog/courseCards'
import type { CourseOffer } from '@/operations/commerce/courseOffers'
import type { Rating } from '@/operations/learning/ratings'

import { courseCards } from '@/operations/catalog/courseCards'
import { courseOffers } from '@/operations/commerce/courseOffers'
import { courseRatings } from '@/operations/learning/ratings'

/**
 * A course with what it costs by itself: its lowest price, whether there are several or it is the buyer's to name; null when it is not for
 * sale. And with its rating, null where nobody gave one.
 */
export type ListedCourse = CourseCard & {
  price:
    | (Money & {
        isLowest: boolean
        isOpen: boolean
        /** The same in the other currencies it can be bought in; left out where there are none. */
        others?: Money[]
      })
    | null
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

const leastOf = ({ amount, open }: CourseOffer): number => open?.least ?? amount

const lowest = ([first, ...others]: CourseOffer[]): ListedCourse['price'] => {
  if (!first) {
    return null
  }
  const cheapest = others.reduce(
    (least, offer) => (leastOf(offer) < leastOf(least) ? offer : least),
    first,
  )
  const isOpen = cheapest.open !== null

  return {
    amount: leastOf(cheapest),
    currency: cheapest.currency,
    isLowest: isOpen || others.some((offer) => leastOf(offer) !== leastOf(first)),
    isOpen,
    ...(cheapest.prices && {
      others: cheapest.prices.map((price) => ({
        amount: price.open?.least ?? price.amount,
        currency: price.currency,
      })),
    }),
  }
}
