import type { PayloadRequest } from 'payload'

import type { ProviderName } from '@/adapters/payments/types'
import type { Quote } from '@/domain/commerce/quote'
import type { ShownTaxation } from '@/domain/commerce/tax/taxed'
import type { OpenPrice } from '@/domain/commerce/wishes'
import type { Picture } from '@/domain/media/pictures'

import { currenciesOf } from '@/domain/commerce/prices'
import { isNamed, NO_WISHES } from '@/domain/commerce/wishes'
import { withCoupon } from '@/domain/commerce/subscriptions'
import { isKeepingCard } from '@/domain/commerce/upsells'
import { courseCards } from '@/operations/catalog/courseCards'

import type { CohortChoice } from './cohortsOnSale'
import type { Library } from './library'
import type { OfferOnSale } from './offers'
import type { AskedPrice } from './pricePurchase'

import { bumpsFor, type Bump } from './bumps'
import { cohortChoices } from './cohortsOnSale'
import { coursesOf } from './offers'
import { ownershipOf } from './ownership'
import type { MissingCourse } from './prerequisites'

import { missingBefore } from './prerequisites'
import { pricePurchase } from './pricePurchase'
import { providersFor } from './providers'

/** One offer of a quote: what it opens for how long, and which of that is the buyer's for good already. `course`, `slug` and `cover` are those of its first course. */
type QuotedOffer = Pick<OfferOnSale, 'access' | 'terms' | 'title'> & {
  course: string
  courses: { id: string; isOwned: boolean; title: string }[]
  cover: null | Picture
  /** What it opens by a rule beside its courses; left out where it has none. */
  library?: Library
  /** Between what the buyer names its price; left out where that is fixed. */
  open?: OpenPrice
  slug: string
  /** Left out where it takes no tip. */
  takesTips?: true
}

/** What a purchase would cost now, line by line; `isOwned` where some of it would give the buyer nothing new. */
export type PurchaseQuote = Omit<Quote, 'lines'> & {
  /** What can be added by a tick; left out where nothing is offered. */
  bumps?: Bump[]
  /** Which cohort is to be chosen, for each course that is sold for one; left out where none is. */
  cohorts?: CohortChoice[]
  coupon: null | string
  /** The currencies it can be bought in, the school's own first; left out where that is the only one. */
  currencies?: string[]
  isOwned: boolean
  /** Set where the card that pays is kept for one more purchase, which is proposed after the payment. */
  keepsCard?: true
  lines: (Quote['lines'][number] & QuotedOffer)[]
  /** Courses that have to be completed first; left out where there are none. */
  missing?: MissingCourse[]
  /** Whom it can be paid through, the one offered first in front; none where nothing is to be paid. */
  providers: ProviderName[]
  /** How it is taxed; left out where the school charges no tax, and where there is nothing to tax. */
  taxation?: ShownTaxation
}

/**
 * The breakdown that the checkout page shows and the checkout charges, in minor units. Throws what `pricePurchase`
 * does, and noProvider.
 */
export const quotePurchase = async (asked: AskedPrice): Promise<PurchaseQuote> => {
  const { buyer, cohorts = [], req, wishes = NO_WISHES } = asked
  const { coupon, offers, priced, tax } = await pricePurchase(asked)
  const missing = await missingBefore({ courses: coursesOf(offers), learner: buyer, req })
  const choices = await cohortChoices({ buyer, cohorts, offers, req })
  const covers = await coversOf(offers, req)
  const currencies = offers[0] ? currenciesOf(offers[0].base, offers[0].further) : []
  const owned = buyer ? await ownershipOf({ buyer, offers, req }) : null

  const bumps = await bumpsFor({ buyer, currency: priced.currency, offers, req })

  return {
    ...priced,
    ...(bumps.length > 0 && { bumps }),
    coupon: coupon?.code ?? null,
    isOwned: owned?.isWhole ?? false,
    ...(isKeepingCard({ offers, total: priced.total }) && { keepsCard: true }),
    ...(currencies.length > 1 && { currencies }),
    ...(choices.length > 0 && { cohorts: choices }),
    ...(missing.length > 0 && { missing }),
    ...(tax && { taxation: tax.shown }),
    lines: priced.lines.flatMap((line) =>
      offers
        .filter(({ offer }) => offer === line.offer)
        .map((offer) => ({
          ...line,
          ...shown({ covers, offer, owned: owned?.courses ?? [] }),
          ...(coupon && offer.terms && { terms: withCoupon(offer.terms, coupon) }),
        })),
    ),
    providers: await providersFor({
      isNamed: isNamed(offers, wishes),
      money: { amount: priced.total, currency: priced.currency },
      recurs: offers.some(({ terms }) => terms !== null),
      req,
    }),
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
  offer: { access, courses, library, open, takesTips, terms, title },
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
  ...(library && { library }),
  ...(open && { open }),
  ...(takesTips && { takesTips: true }),
  terms,
  title,
})
