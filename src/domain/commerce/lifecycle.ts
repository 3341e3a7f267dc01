import type { SubscriptionState, Terms } from './subscriptions'

import { addMonths } from './calendar'
import { endOfPeriod } from './subscriptions'

/** Why somebody cancels, to choose from. */
export const CANCEL_REASONS = [
  'tooExpensive',
  'noTime',
  'finished',
  'notAsExpected',
  'technical',
  'other',
] as const

export type CancelReason = (typeof CANCEL_REASONS)[number]

/** What a school offers to whoever is about to cancel; `percent` off the next `periods` where it is a discount. */
export type Counter = { kind: 'discount' | 'none' | 'pause'; percent: number; periods: number }

/** Most months for which a pause can be allowed. */
export const LONGEST_PAUSE = 12

/** Whether it can be paused now: a subscription in good standing whose offer allows pauses of so many months. */
export const isPausable = (
  { cancelAtPeriodEnd, status }: Pick<SubscriptionState, 'cancelAtPeriodEnd' | 'status'>,
  { kind }: Pick<Terms, 'kind'>,
  mostMonths: number,
): boolean => kind === 'subscription' && status === 'active' && !cancelAtPeriodEnd && mostMonths > 0

/** Paused from `now` on, for so many months: nothing is charged, what it opened is closed, and the paid time waits. */
export const afterPause = (
  state: SubscriptionState,
  months: number,
  now: Date,
): SubscriptionState => ({
  ...state,
  nextStepAt: addMonths(now, months),
  pausedAt: now,
  status: 'paused',
})

/** Going on at `now`: the rest of the paid time begins, and the schedule is counted from its end. */
export const afterUnpause = (state: SubscriptionState, now: Date): SubscriptionState => {
  const rest = Math.max(0, state.periodEnd.getTime() - (state.pausedAt ?? now).getTime())
  const periodEnd = new Date(now.getTime() + rest)

  return {
    ...state,
    anchor: periodEnd,
    base: state.paidPeriods,
    nextStepAt: periodEnd,
    pausedAt: null,
    periodEnd,
    status: 'active',
  }
}

/** Whether another plan can be taken now: a subscription in good standing that is not about to be charged. */
export const isChangeable = (
  { cancelAtPeriodEnd, failures, nextStepAt, status }: SubscriptionState,
  { kind }: Pick<Terms, 'kind'>,
  now: Date,
): boolean =>
  kind === 'subscription' &&
  status === 'active' &&
  !cancelAtPeriodEnd &&
  failures === 0 &&
  nextStepAt !== null &&
  nextStepAt > now

/** After another plan was taken and paid for at `at`: its first period has begun then, and the schedule with it. */
export const afterChange = (
  state: SubscriptionState,
  terms: Terms,
  { at, credit }: { at: Date; credit: number },
): SubscriptionState => {
  const paidPeriods = state.paidPeriods + 1
  const moved = { ...state, anchor: at, base: state.paidPeriods, credit, paidPeriods }
  const periodEnd = endOfPeriod(moved, terms, paidPeriods)

  return { ...moved, nextStepAt: periodEnd, periodEnd, status: 'active' }
}

/** Whether a discount for staying can be given: once in the life of a subscription. */
export const isDiscountable = (
  {
    discountAmount,
    discountPercent,
    status,
  }: Pick<SubscriptionState, 'discountAmount' | 'discountPercent' | 'status'>,
  { kind }: Pick<Terms, 'kind'>,
): boolean =>
  kind === 'subscription' &&
  discountAmount === 0 &&
  discountPercent === 0 &&
  (status === 'active' || status === 'pastDue')

/** With so many percent off the next periods. */
export const afterDiscount = (
  state: SubscriptionState,
  { percent, periods }: { percent: number; periods: number },
): SubscriptionState => ({
  ...state,
  discountAmount: 0,
  discountPercent: percent,
  discountPeriods: periods,
})

/** What a period costs in the end, in minor units: `base` less `discount`, which is the discount that runs and what is credited. */
export type PeriodPrice = { base: number; discount: number; total: number }

/** What the discount that runs takes off a period at `base`: never more than that. */
const offOf = (
  {
    discountAmount,
    discountPercent,
    discountPeriods,
  }: Pick<SubscriptionState, 'discountAmount' | 'discountPercent' | 'discountPeriods'>,
  base: number,
): number =>
  discountPeriods === 0
    ? 0
    : discountAmount > 0
      ? Math.min(discountAmount, base)
      : Math.floor((base * discountPercent) / 100)

/** The price of the period that is due, with the discount that runs and the credit that is left. */
export const periodPrice = (state: SubscriptionState, base: number): PeriodPrice => {
  const off = offOf(state, base)
  const discount = off + Math.min(state.credit, base - off)

  return { base, discount, total: base - discount }
}

/** What is left of discount and credit after a period was paid for with `total`. */
export const afterPeriodPrice = (
  state: SubscriptionState,
  { base, total }: { base: number; total: number },
): SubscriptionState => {
  const off = offOf(state, base)

  return {
    ...state,
    credit: state.credit - Math.min(state.credit, Math.max(0, base - off - total)),
    discountPeriods: Math.max(0, state.discountPeriods - 1),
  }
}
