import type { Difference } from '../tenancy/differences'
import type { RefundableLine } from './refunds'

import { portionOf, sumOf } from './money'
import { leftOf } from './refunds'

/**
 * A line of which a place was paid for, in minor units; after a move its money lies in several orders. `isIncluded` says
 * that its price held the tax.
 */
export type PlacePart = RefundableLine & { isIncluded: boolean; order: string }

/** What a place is moved from: what it was listed at, and what offer it came of. Minor units. */
export type ComparedPlace = { base: number; offer: string; parts: readonly PlacePart[] }

/** What is left of a part as prices are listed: with the tax where it was held by the price, without it where it was added. */
const listedLeft = (part: PlacePart): number =>
  part.isIncluded ? leftOf(part) : Math.max(0, leftOf(part) - (part.tax - part.refunded.tax))

/** What was paid for a place and not given back, as prices are listed, in minor units. */
export const worthOf = (parts: readonly PlacePart[]): number => sumOf(parts.map(listedLeft))

/**
 * What a move costs before tax: `due` more, or `back`; minor units, as prices are listed, at most one of them above zero. What
 * was paid stands against the price of today; within one offer its own price of then does, so that a discount which was had
 * is kept. No more goes back than was paid.
 */
export const differenceOf = (
  { base, offer, parts }: ComparedPlace,
  target: { offer: string; price: number },
  rule: Difference,
): { back: number; due: number } => {
  const worth = worthOf(parts)
  const more = target.price - (target.offer === offer ? base : worth)
  const charges = rule === 'settle' || rule === 'charge'
  const givesBack = rule === 'settle' || rule === 'giveBack'

  return {
    back: givesBack ? Math.min(worth, Math.max(0, -more)) : 0,
    due: charges ? Math.max(0, more) : 0,
  }
}

/** What is given back of each part, tax in it, in minor units: of what was paid last first. `back` is as prices are listed. */
export const givenBack = (
  parts: readonly PlacePart[],
  back: number,
): { amount: number; line: string; order: string }[] => {
  let rest = back

  return parts.flatMap((part) => {
    const listed = listedLeft(part)
    const share = Math.min(rest, listed)
    rest -= share

    return share > 0
      ? [{ amount: portionOf(leftOf(part), share, listed), line: part.id, order: part.order }]
      : []
  })
}

/** What learners may do with their places by themselves, and until when. */
export type TransferRules = {
  /** So many days after it was paid for, where it is in no cohort. */
  daysAfter: number
  /** So many days before the cohort starts. */
  daysBefore: number
  difference: Difference
  toCohort: boolean
  toCourse: boolean
  toPerson: boolean
}

/** What can be done with a place. */
export type TransferWay = 'cohort' | 'course' | 'person'

const DAY_MS = 24 * 3600_000

/** Until when learners may move a place by themselves; `startsAt` is when its cohort starts, null where it is in none. */
export const movableUntil = (
  { paidAt, startsAt }: { paidAt: Date; startsAt: Date | null },
  { daysAfter, daysBefore }: Pick<TransferRules, 'daysAfter' | 'daysBefore'>,
): Date =>
  startsAt
    ? new Date(startsAt.getTime() - daysBefore * DAY_MS)
    : new Date(paidAt.getTime() + daysAfter * DAY_MS)

/** What learners may do with a place now by the school's rules. */
export const waysOf = (
  place: { paidAt: Date; startsAt: Date | null },
  rules: TransferRules,
  now: Date,
): TransferWay[] => {
  const allowed: [TransferWay, boolean][] = [
    ['cohort', rules.toCohort],
    ['course', rules.toCourse],
    ['person', rules.toPerson],
  ]

  return movableUntil(place, rules) > now
    ? allowed.flatMap(([way, isAllowed]) => (isAllowed ? [way] : []))
    : []
}

/** Where a place can be moved to, as it is shown; amounts in minor units, before tax is added. */
export type ShownTarget = {
  back: number
  /** Of which one is chosen; null where it is sold for none. `left` is null where there is no limit. */
  cohorts: { id: string; left: null | number; name: string; startsAt: string }[] | null
  course: string
  courseTitle: string
  due: number
  /** Whether it stays in its course. */
  isSameCourse: boolean
  offer: string
  price: number
  title: string
}

/** A move that waits for its payment: `payAt` is where it is paid; null while no page is open. */
export type OpenMove = {
  due: number
  expiresAt: string
  id: string
  payAt: null | string
  to: string
}

/** What can be done with a paid place; amounts in minor units of `currency`, moments ISO 8601. */
export type ShownPlace = {
  currency: string
  difference: Difference
  line: string
  open: null | OpenMove
  targets: ShownTarget[]
  title: string
  /** Until when its learner may move it; null for staff, who always may. */
  until: null | string
  ways: TransferWay[]
  /** What was paid for it and not given back. */
  worth: number
}

/** What a move costs, as it is shown before it is made; minor units. `due` holds `tax`. */
export type ShownPrice = { back: number; currency: string; due: number; tax: number }

/** Where the place of a line went, as its buyer's list of orders says it: `person` where it was given away. */
export type LeftFor = { person: null | string; to: string }

/** What came of asking for a move: `url` is where what is `due` is paid, null where it is being made already. Minor units. */
export type Moving = ShownPrice & { transfer: string; url: null | string }
