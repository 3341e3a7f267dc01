import { addDays, addMonths } from './calendar'
import { distribute } from './coupons'

import type { Dunning } from './dunning'

import { graceEnd, retryAt, USUAL_DUNNING } from './dunning'

/** Where a subscription or an instalment plan stands. Those of RUNNING still run. */
export type SubscriptionStatus = 'active' | 'canceled' | 'ended' | 'pastDue' | 'paused' | 'trialing'

export const RUNNING: readonly SubscriptionStatus[] = ['trialing', 'active', 'pastDue', 'paused']

export type Interval = 'month' | 'year'

/**
 * What was agreed when a recurring offer was bought. `amount` in minor units of `currency`: of each
 * period for a subscription, of all `payments` together for a plan, whose interval is the month.
 */
export type Terms = {
  amount: number
  currency: string
  /** What a coupon takes off each of the payments after the first: a percentage, or an `amount`. */
  discount?: { amount?: number; percent?: number; periods: number }
  interval: Interval
  kind: 'plan' | 'subscription'
  /** How many payments a plan has; null for a subscription. */
  payments: null | number
  /** Charged once, with the first payment. */
  setupFee?: number
  trialDays: number
  /** Set where these terms take the place of others of a subscription that runs. */
  turn?: PlanTurn
}

/** A change to another plan: when it was made (ISO 8601), what it is called, and what is left of the credit, in minor units. */
export type PlanTurn = { at: string; credit: number; title: string }

/**
 * How far a subscription has come. Periods are counted from `anchor`, `base` of them before it; the last one paid for, or the
 * trial, ends at `periodEnd` and is worth `periodValue`. `failures` are declined charges of the period that is due, `credit` is
 * what is set off against the next charges, and `discountAmount`, or else `discountPercent`, is taken off each of the next `discountPeriods`. Sums in minor units.
 */
export type SubscriptionState = {
  anchor: Date
  base: number
  cancelAtPeriodEnd: boolean
  credit: number
  discountAmount: number
  discountPercent: number
  discountPeriods: number
  /** When it ran out; null while it runs, and where it was ended by a refund or with its account. */
  endedAt: Date | null
  failures: number
  isCompleted: boolean
  /** When something is to be done next: the card charged, or the end; null once it is over. */
  nextStepAt: Date | null
  paidPeriods: number
  pausedAt: Date | null
  periodEnd: Date
  periodValue: number
  status: SubscriptionStatus
}

const MONTHS: Readonly<Record<Interval, number>> = { month: 1, year: 12 }

/** The parts of a plan, in minor units: as equal as can be, with what is left over in the first; they sum to `total`. */
export const instalmentsOf = (total: number, payments: number): number[] => {
  const part = Math.floor(total / payments)
  const [, ...others] = distribute(
    part * payments,
    Array.from({ length: payments }, () => 1),
  )

  return [total - part * (payments - 1), ...others]
}

/** What the period of that number (from 0) costs, in minor units; null where a plan has no such payment. */
export const chargeOf = ({ amount, kind, payments }: Terms, period: number): null | number =>
  kind === 'subscription' ? amount : (instalmentsOf(amount, payments ?? 1)[period] ?? null)

/** What is charged on the day of purchase, in minor units: the first period, unless it is tried first, and the set-up fee. */
export const dueNow = (terms: Terms): number =>
  (terms.trialDays > 0 ? 0 : (chargeOf(terms, 0) ?? 0)) + (terms.setupFee ?? 0)

/** Terms with what a coupon that was taken goes on taking off after the first payment. */
export const withCoupon = (
  terms: Terms,
  {
    amountOff,
    percentOff,
    periods,
  }: { amountOff?: null | number; percentOff?: null | number; periods?: null | number },
): Terms => {
  const off = percentOff ? { percent: percentOff } : amountOff ? { amount: amountOff } : null

  return off && (periods ?? 1) > 1
    ? { ...terms, discount: { ...off, periods: (periods ?? 1) - 1 } }
    : terms
}

/** When so many periods end, all that were paid for counted. */
export const endOfPeriod = (
  { anchor, base }: Pick<SubscriptionState, 'anchor' | 'base'>,
  { interval }: Pick<Terms, 'interval'>,
  periods: number,
): Date => addMonths(anchor, MONTHS[interval] * (periods - base))

/** A subscription on the day it was bought: with the first period paid for, or in its trial. `paid` is what the buyer gave for all. */
export const startedAt = (
  terms: Terms,
  at: Date,
  paid: number = dueNow(terms),
): SubscriptionState => {
  const isTrial = terms.trialDays > 0
  const anchor = isTrial ? addDays(at, terms.trialDays) : at
  const periodEnd = isTrial ? anchor : endOfPeriod({ anchor, base: 0 }, terms, 1)

  return {
    anchor,
    base: 0,
    cancelAtPeriodEnd: false,
    credit: 0,
    discountAmount: terms.discount?.amount ?? 0,
    discountPercent: terms.discount?.percent ?? 0,
    discountPeriods: terms.discount?.periods ?? 0,
    endedAt: null,
    failures: 0,
    isCompleted: false,
    nextStepAt: periodEnd,
    paidPeriods: isTrial ? 0 : 1,
    pausedAt: null,
    periodEnd,
    periodValue: isTrial ? 0 : Math.max(0, paid - (terms.setupFee ?? 0)),
    status: isTrial ? 'trialing' : 'active',
  }
}

/** After the period that was due is paid for; a plan whose last payment this was is done, for good. */
export const afterPaid = (state: SubscriptionState, terms: Terms): SubscriptionState => {
  const paidPeriods = state.paidPeriods + 1
  const periodEnd = endOfPeriod(state, terms, paidPeriods)
  const isCompleted = terms.kind === 'plan' && paidPeriods >= (terms.payments ?? 1)

  return {
    ...state,
    endedAt: null,
    failures: 0,
    isCompleted,
    nextStepAt: isCompleted ? null : periodEnd,
    paidPeriods,
    periodEnd,
    status: isCompleted ? 'ended' : 'active',
  }
}

/** After a charge was declined: past due, to be tried again while there are days to try, then to be ended with the grace. */
export const afterDeclined = (
  state: SubscriptionState,
  dunning: Dunning = USUAL_DUNNING,
): SubscriptionState => {
  const { nextStepAt, periodEnd } = state
  const failures = state.failures + 1
  const again = retryAt({ dunning, failures, periodEnd, triedAt: nextStepAt ?? periodEnd })

  return {
    ...state,
    failures,
    nextStepAt: again ?? graceEnd(periodEnd, dunning),
    status: 'pastDue',
  }
}

/** Whether the charge that is due will not be tried again, or this is the last time that it will. */
export const triesLeft = (
  {
    failures,
    nextStepAt,
    periodEnd,
  }: Pick<SubscriptionState, 'failures' | 'nextStepAt' | 'periodEnd'>,
  dunning: Dunning = USUAL_DUNNING,
): 'last' | 'more' | 'none' => {
  const end = graceEnd(periodEnd, dunning)
  if (failures > dunning.retryDays.length || (failures > 0 && nextStepAt && nextStepAt >= end)) {
    return 'none'
  }
  const later =
    nextStepAt && retryAt({ dunning, failures: failures + 1, periodEnd, triedAt: nextStepAt })

  return later ? 'more' : 'last'
}

/** What is to be done at `nextStepAt`. */
export const nextStep = (
  state: SubscriptionState,
  dunning: Dunning = USUAL_DUNNING,
): 'charge' | 'end' | 'unpause' =>
  state.status === 'paused'
    ? 'unpause'
    : state.cancelAtPeriodEnd || triesLeft(state, dunning) === 'none'
      ? 'end'
      : 'charge'

/** After a page was opened on which the buyer pays what is due herself: until it closes, nobody else charges for it. */
export const afterPageOpened = (state: SubscriptionState, closesAt: Date): SubscriptionState => ({
  ...state,
  nextStepAt: state.nextStepAt && state.nextStepAt > closesAt ? state.nextStepAt : closesAt,
})

/** After another card was given: what is past due is tried with it at once. */
export const afterNewCard = (state: SubscriptionState, now: Date): SubscriptionState =>
  state.status === 'pastDue' && state.nextStepAt && state.nextStepAt > now
    ? { ...state, nextStepAt: now }
    : state

/** After its end: canceled where the buyer wished so, ended where it was not paid. */
export const afterEnd = (state: SubscriptionState): SubscriptionState => ({
  ...state,
  endedAt: state.nextStepAt ?? state.periodEnd,
  nextStepAt: null,
  status: state.cancelAtPeriodEnd ? 'canceled' : 'ended',
})

/** Whether the buyer may end it: a subscription that runs. A plan is owed until it is paid. */
export const isCancelable = (state: SubscriptionState, { kind }: Pick<Terms, 'kind'>): boolean =>
  kind === 'subscription' && RUNNING.includes(state.status) && !state.cancelAtPeriodEnd

/** Whether an instalment plan that was given up for missed payments can be taken up by paying the next of them. */
export const isOwedStill = (
  { isCompleted, status }: Pick<SubscriptionState, 'isCompleted' | 'status'>,
  { kind }: Pick<Terms, 'kind'>,
): boolean => kind === 'plan' && status === 'ended' && !isCompleted

/** Whether an end that the buyer wished for can still be taken back. */
export const isResumable = (state: SubscriptionState): boolean =>
  RUNNING.includes(state.status) && state.cancelAtPeriodEnd

/** After the buyer ended it, for when what is paid for runs out; what was past due ends at once. */
export const afterCancel = (state: SubscriptionState): SubscriptionState => ({
  ...state,
  cancelAtPeriodEnd: true,
  nextStepAt: state.periodEnd,
})

/** After its buyer is gone: over at once, with nothing more to charge. */
export const afterWithdrawal = (state: SubscriptionState): SubscriptionState => ({
  ...state,
  cancelAtPeriodEnd: true,
  nextStepAt: null,
  status: 'canceled',
})

/** Over now, whatever is paid for: nothing more is charged, and what it opened closes. */
export const afterEndNow = (state: SubscriptionState, now: Date): SubscriptionState => ({
  ...afterWithdrawal(state),
  periodEnd: state.periodEnd < now ? state.periodEnd : now,
})

/** Whether what is past due can be charged by hand at `now`: where it is not about to be charged anyway. */
export const isRetryable = (
  { cancelAtPeriodEnd, nextStepAt, status }: SubscriptionState,
  now: Date,
): boolean => status === 'pastDue' && !cancelAtPeriodEnd && nextStepAt !== null && nextStepAt > now

/** After the buyer took that back: as it was before. */
export const afterResume = (state: SubscriptionState): SubscriptionState => ({
  ...state,
  cancelAtPeriodEnd: false,
  nextStepAt: state.periodEnd,
})

/**
 * Until when it opens what was bought; null is for good. While it runs that is some days past what is
 * paid for, so that neither a late worker nor a card that fails once shuts anybody out.
 */
export const openUntil = (
  { cancelAtPeriodEnd, isCompleted, pausedAt, periodEnd }: SubscriptionState,
  dunning: Dunning = USUAL_DUNNING,
): Date | null =>
  isCompleted
    ? null
    : pausedAt
      ? pausedAt
      : cancelAtPeriodEnd
        ? periodEnd
        : graceEnd(periodEnd, dunning)
