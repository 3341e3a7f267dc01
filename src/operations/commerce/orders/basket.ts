import type { PayloadRequest } from 'payload'

import type { GiftWish } from '@/domain/commerce/gifts'
import type { Wishes } from '@/domain/commerce/wishes'
import type { Locale } from '@/domain/tenancy/locales'

import { isGiftable } from '@/domain/commerce/gifts'
import { atNamedPrices, namedTip } from '@/domain/commerce/wishes'
import { RuleError } from '@/domain/errors'
import { languageFor } from '@/operations/translation/reading'

import { requireAdmission } from '../admission'
import { cohortChoices, requireChosen } from '../cohortsOnSale'
import { coursesOf, offersOnSale, type OfferOnSale } from '../offers'
import { ownershipOf } from '../ownership'
import { requirePrerequisites } from '../prerequisites'
import { recurringFor } from '../subscriptions/terms'

type Asked = {
  buyer: string
  /** The cohorts that were chosen, of what is sold for one. */
  cohorts: readonly string[]
  gift: GiftWish | null
  isGuest: boolean
  locale: Locale | null
  offers: readonly string[]
  req: PayloadRequest
  tenant: string
  /** What the buyer was shown, in minor units of the total; null where she was shown none. */
  total: null | number
  wishes: Wishes
}

/** What somebody may buy: offers at the price of now, the cohort chosen for each of their courses, and a tip in minor units. */
export type Basket = {
  cohorts: ReadonlyMap<string, string>
  courses: readonly string[]
  offers: OfferOnSale[]
  tip: ReturnType<typeof namedTip>
}

/**
 * What is asked for, where its buyer may have it: for sale, not owned, with what it asks for met. A guest is asked nothing that
 * would tell what the account of the address has, and of a gift nothing is asked of its buyer. Throws notForSale, recurringAlone,
 * accountNeeded, giftNotPossible, alreadyOwned, prerequisitesMissing, cohortNeeded, cohortClosed, requestNeeded, and what `atNamedPrices` and
 * `namedTip` refuse.
 */
export const basketOf = async (asked: Asked): Promise<Basket> => {
  const { buyer, gift, isGuest, req, wishes } = asked
  const user = isGuest ? null : buyer
  const language = await languageFor(asked)
  const onSale = await offersOnSale(req, asked.offers, language, wishes.currency)
  const offers = await recurringFor({ buyer: user, offers: atNamedPrices(onSale, wishes), req })
  const tip = namedTip(offers, wishes)
  const courses = coursesOf(offers)
  requireKind(asked, offers)
  if (!isGuest && !gift && (await ownershipOf({ buyer, offers, req })).isWhole) {
    throw new RuleError('alreadyOwned')
  }
  if (!gift) {
    await requirePrerequisites({ courses, learner: user, req })
  }
  const choices = await cohortChoices({ buyer: user, cohorts: asked.cohorts, offers, req })
  const cohorts = requireChosen(choices)
  await requireAdmission({ buyer: user, cohorts: [...cohorts.values()], offers, req })

  return { cohorts, courses, offers, tip }
}

/** What recurs, and what is given away, is bought by accounts alone; what costs nothing is no gift. */
const requireKind = ({ gift, isGuest, total }: Asked, offers: readonly OfferOnSale[]): void => {
  if (isGuest && (gift || offers.some(({ terms }) => terms))) {
    throw new RuleError('accountNeeded')
  }
  if (gift && (total === 0 || !offers.every(isGiftable))) {
    throw new RuleError('giftNotPossible')
  }
}
