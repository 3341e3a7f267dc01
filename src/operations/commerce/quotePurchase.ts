import type { PayloadRequest } from 'payload'

import type { Quote } from '@/domain/commerce/quote'
import type { Picture } from '@/domain/media/pictures'

import { quote } from '@/domain/commerce/quote'
import { courseCards } from '@/operations/catalog/courseCards'
import { languageOf } from '@/operations/translation/reading'

import type { CohortChoice } from './cohortsOnSale'
import type { OfferOnSale } from './offers'

import { allowCoupon, couponOf } from './coupons'
import { cohortChoices } from './cohortsOnSale'
import { coursesOf, offersOnSale } from './offers'
import { openOrders } from './openOrders'
import { ownershipOf } from './ownership'
import type { MissingCourse } from './prerequisites'

import { missingBefore } from './prerequisites'
import { recurringFor } from './subscriptions/terms'

/** One offer of a quote: what it opens for how long, and which of that is the buyer's for good already. `course`, `slug` and `cover` are those of its first course. */
type QuotedOffer = Pick<OfferOnSale, 'access' | 'terms' | 'title'> & {
  course: string
  courses: { id: string; isOwned: boolean; title: string }[]
  cover: null | Picture
  slug: string
}

/** What a purchase would cost now, line by line; `isOwned` where some of it would give the buyer nothing new. */
export type PurchaseQuote = Omit<Quote, 'lines'> & {
  /** Which cohort is to be chosen, for each course that is sold for one; left out where none is. */
  cohorts?: CohortChoice[]
  coupon: null | string
  isOwned: boolean
  lines: (Quote['lines'][number] & QuotedOffer)[]
  /** Courses that have to be completed first; left out where there are none. */
  missing?: MissingCourse[]
}

/**
 * The breakdown that the checkout page shows and the checkout charges, in minor units. A use of the
 * coupon that the buyer's own open order for the same courses holds counts as free, as it will be. Throws
 * cohortClosed, couponsOff and what the coupon refuses.
 */
export const quotePurchase = async ({
  buyer,
  code,
  cohorts = [],
  now,
  offers: asked,
  req,
  tenant,
}: {
  buyer: null | string
  code?: null | string
  cohorts?: readonly string[]
  now: Date
  offers: readonly string[]
  req: PayloadRequest
  tenant: string
}): Promise<PurchaseQuote> => {
  await allowCoupon({ code, req, tenant })
  const offers = await recurringFor({
    buyer,
    offers: await offersOnSale(req, asked, await languageOf(req)),
    req,
  })
  const courses = coursesOf(offers)
  const open = buyer ? await openOrders({ buyer, courses, req }) : []
  const coupon = await couponOf({ buyer, code, freed: open.map(({ order }) => order), req })
  const priced = quote({ coupon, lines: offers, now })
  const missing = await missingBefore({ courses, learner: buyer, req })
  const choices = await cohortChoices({ buyer, cohorts, offers, req })
  const covers = await coversOf(offers, req)
  const owned = buyer ? await ownershipOf({ buyer, offers, req }) : null

  return {
    ...priced,
    coupon: coupon?.code ?? null,
    isOwned: owned?.isWhole ?? false,
    ...(choices.length > 0 && { cohorts: choices }),
    ...(missing.length > 0 && { missing }),
    lines: priced.lines.flatMap((line) =>
      offers
        .filter(({ offer }) => offer === line.offer)
        .map((offer) => ({ ...line, ...shown({ covers, offer, owned: owned?.courses ?? [] }) })),
    ),
  }
}

type Covers = ReadonlyMap<string | undefined, null | Picture>

/** The covers of the offers' first courses, by the courses' ids. */
const coversOf = async (offers: readonly OfferOnSale[], req: PayloadRequest): Promise<Covers> => {
  const ids = offers.flatMap(({ courses: [first] }) => first?.id ?? [])
  const cards = await courseCards({ ids, limit: ids.length, req })

  return new Map(cards.map(({ id, cover }) => [id, cover]))
}

const shown = ({
  covers,
  offer: { access, courses, terms, title },
  owned,
}: {
  covers: Covers
  offer: OfferOnSale
  owned: readonly string[]
}): QuotedOffer => ({
  slug: courses[0]?.slug ?? '',
  access,
  course: courses[0]?.id ?? '',
  courses: courses.map((course) => ({
    id: course.id,
    isOwned: owned.includes(course.id),
    title: course.title,
  })),
  cover: covers.get(courses[0]?.id) ?? null,
  terms,
  title,
})
