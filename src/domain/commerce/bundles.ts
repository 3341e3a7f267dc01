import { distribute } from './coupons'
import { sumOf } from './money'

/** A course as part of an offer; `price` is what it costs apart and for good, in minor units, null where it is not sold so. */
export type OfferedCourse = { id: string; price: null | number; slug: string; title: string }

/** What the courses of an offer cost when bought one by one, in minor units; null unless each is sold apart. */
export const priceApart = (courses: readonly Pick<OfferedCourse, 'price'>[]): null | number =>
  courses.length > 1 && courses.every(({ price }) => price !== null)
    ? sumOf(courses.map(({ price }) => price ?? 0))
    : null

/** What a bundle saves against its courses bought one by one, in minor units; 0 where that is not known. */
export const savingOf = ({
  amount,
  courses,
}: {
  amount: number
  courses: readonly Pick<OfferedCourse, 'price'>[]
}): number => Math.max(0, (priceApart(courses) ?? 0) - amount)

type Sums = { base: number; discount: number; tax: number; total: number }

/**
 * One line of a quote split over the courses it buys, in minor units: in proportion to what they cost
 * apart, evenly where that is not known. Each figure sums to the line's exactly, and each share's
 * `total` is its `base` less `discount`, plus `tax` unless the line's price holds it.
 */
export const splitOver = (
  { base, discount, tax, total }: Sums,
  courses: readonly Pick<OfferedCourse, 'price'>[],
): Sums[] => {
  const weights =
    (priceApart(courses) ?? 0) > 0 ? courses.map(({ price }) => price ?? 0) : courses.map(() => 1)
  const bases = distribute(base, weights)
  const discounts = base > 0 ? distribute(discount, bases) : bases
  const net = bases.map((share, index) => share - (discounts[index] ?? 0))
  const taxes = distribute(tax, sumOf(net) > 0 ? net : weights)
  const isAdded = total > base - discount

  return bases.map((share, index) => {
    const cut = discounts[index] ?? 0
    const own = taxes[index] ?? 0

    return { base: share, discount: cut, tax: own, total: share - cut + (isAdded ? own : 0) }
  })
}
