import { addDays, addMonths } from './calendar'
import { distribute } from './coupons'

/** Where a subscription or an instalment plan stands. The first three still run. */
export type SubscriptionStatus = 'active' | 'canceled' | 'ended' | 'pastDue' | 'trialing'

export const RUNNING: readonly SubscriptionStatus[] = ['trialing', 'active', 'pastDue']

export type Interval = 'month' | 'year'

/**
 * What was agreed when a recurring offer was bought. `amount` in minor units of `currency`: of each
 * period for a subscription, of all `payments` together for a plan, whose interval is the month.
 */
export type Terms = {
  amount: number
  currency: string
  interval: Interval
  kind: 'plan' | 'subscription'
  /** How many payments a plan has; null for a subscription. */
  payments: null | number
  trialDays: number
}

/**
 * How far a subscription has come. Periods are counted from `anchor`; the last one paid for, or the
 * trial, ends at `periodEnd`. `failures` are declined charges of the period that is due.
 */
export type SubscriptionState = {
  anchor: Date
  cancelAtPeriodEnd: boolean
  failures: number
  isCompleted: boolean
  /** When something is to be done next: the card charged, or the end; null once it is over. */
  nextStepAt: Date | null
  paidPeriods: number
  periodEnd: Date
  status: SubscriptionStatus
}

/** Days after a period's end on which its charge is tried. */
const RETRY_DAYS: readonly number[] = [0, 1, 3, 5]

/** Days after a period's end for which access lasts while its charge fails. */
const GRACE_DAYS = 7

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

/** What is charged on the day of purchase, in minor units: nothing where there is a trial. */
export const dueNow = (terms: Terms): number =>
  terms.trialDays > 0 ? 0 : (chargeOf(terms, 0) ?? 0)

const endOf = ({ interval }: Terms, anchor: Date, periods: number): Date =>
  addMonths(anchor, MONTHS[interval] * periods)

/** A subscription on the day it was bought: with the first period paid for, or in its trial. */
export const startedAt = (terms: Terms, at: Date): SubscriptionState => {
  const isTrial = terms.trialDays > 0
  const anchor = isTrial ? addDays(at, terms.trialDays) : at
  const periodEnd = isTrial ? anchor : endOf(terms, anchor, 1)

  return {
    anchor,
    cancelAtPeriodEnd: false,
    failures: 0,
    isCompleted: false,
    nextStepAt: periodEnd,
    paidPeriods: isTrial ? 0 : 1,
    periodEnd,
    status: isTrial ? 'trialing' : 'active',
  }
}

/** After the period that was due is paid for; a plan whose last payment this was is done, for good. */
export const afterPaid = (state: SubscriptionState, terms: Terms): SubscriptionState => {
  const paidPeriods = state.paidPeriods + 1
  const periodEnd = endOf(terms, state.anchor, paidPeriods)
  const isCompleted = terms.kind === 'plan' && paidPeriods >= (terms.payments ?? 1)

  return {
    ...state,
    failures: 0,
    isCompleted,
    nextStepAt: isCompleted ? null : periodEnd,
    paidPeriods,
    periodEnd,
    status: isCompleted ? 'ended' : 'active',
  }
}

/** After a charge was declined: past due, to be tried again while there are days to try, then to be ended. */
export const afterDeclined = (state: SubscriptionState): SubscriptionState => {
  const failures = state.failures + 1

  return {
    ...state,
    failures,
    nextStepAt: addDays(state.periodEnd, RETRY_DAYS[failures] ?? GRACE_DAYS),
    status: 'pastDue',
  }
}

/** What is to be done at `nextStepAt`. */
export const nextStep = ({ cancelAtPeriodEnd, failures }: SubscriptionState): 'charge' | 'end' =>
  cancelAtPeriodEnd || failures >= RETRY_DAYS.length ? 'end' : 'charge'

/** After its end: canceled where the buyer wished so, ended where it was not paid. */
export const afterEnd = (state: SubscriptionState): SubscriptionState => ({
  ...state,
  nextStepAt: null,
  status: state.cancelAtPeriodEnd ? 'canceled' : 'ended',
})

/** Whether the buyer may end it: a subscription that runs. A plan is owed until it is paid. */
export const isCancelable = (state: SubscriptionState, { kind }: Pick<Terms, 'kind'>): boolean =>
  kind === 'subscription' && RUNNING.includes(state.status) && !state.cancelAtPeriodEnd

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
export const openUntil = ({
  cancelAtPeriodEnd,
  isCompleted,
  periodEnd,
}: SubscriptionState): Date | null =>
  isCompleted ? null : cancelAtPeriodEnd ? periodEnd : addDays(periodEnd, GRACE_DAYS)
