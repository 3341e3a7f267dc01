/**
 * Where somebody stands with a place in a course, as they and the school both see it. `attended` is who took the course
 * to its end; `cancelled` is a place that was given up, taken back, or not paid for in time.
 */
export const BOOKING_STATES = [
  'requested',
  'waitlisted',
  'awaitingPayment',
  'confirmed',
  'attended',
  'cancelled',
  'refunded',
] as const

export type BookingState = (typeof BOOKING_STATES)[number]

/** Whose doing a change was: of the one who books, of the school, or of the clock. */
export const BOOKING_SIDES = ['learner', 'school', 'time'] as const

export type BookingSide = (typeof BOOKING_SIDES)[number]

const BEGINNINGS: readonly BookingState[] = [
  'requested',
  'waitlisted',
  'awaitingPayment',
  'confirmed',
]

const MOVES: Readonly<Record<BookingState, readonly BookingState[]>> = {
  attended: ['cancelled', 'refunded'],
  awaitingPayment: ['confirmed', 'cancelled'],
  cancelled: [...BEGINNINGS, 'refunded'],
  confirmed: ['attended', 'cancelled', 'refunded'],
  refunded: BEGINNINGS,
  requested: ['waitlisted', 'awaitingPayment', 'confirmed', 'cancelled'],
  waitlisted: ['awaitingPayment', 'confirmed', 'cancelled'],
}

/** Where a booking may go on to; from null, where one may begin. */
export const movesFrom = (state: BookingState | null): readonly BookingState[] =>
  state === null ? BEGINNINGS : MOVES[state]

/**
 * The states that lead from one to another, the last one included: the shortest way that the table knows. A change may
 * be heard of after the one that follows it, and what lies between happened all the same. Empty where nothing changed.
 */
export const stepsTo = (from: BookingState | null, to: BookingState): BookingState[] => {
  const ways: BookingState[][] = movesFrom(from).map((state) => [state])
  const seen = new Set<BookingState>()
  if (from === to) {
    return []
  }
  for (const way of ways) {
    const end = way.at(-1)
    if (end === to) {
      return way
    }
    if (end && !seen.has(end)) {
      seen.add(end)
      ways.push(...MOVES[end].map((next) => [...way, next]))
    }
  }
  throw new Error(`No booking comes from ${from ?? 'nothing'} to ${to}.`)
}

/** Whose doing a step is, in a change that was somebody's doing: only its learner takes a course to its end. */
export const sideOf = (state: BookingState, side: BookingSide): BookingSide =>
  state === 'attended' ? 'learner' : side

/** What the rows of a school say about somebody and a course. */
export type BookingFacts = {
  /** Their enrollment; null where there is none. */
  enrollment: null | { isCompleted: boolean; isRefunded: boolean; isRevoked: boolean }
  /** Whether staff have approved a place that is theirs to pay for now. */
  isApproved: boolean
  /** Whether an order of theirs waits for its payment. */
  hasOpenOrder: boolean
  /** Whether one was paid that has not opened the course yet. */
  isPaid: boolean
  /** Whether they asked for a place that nobody has decided on. */
  isRequested: boolean
  /** Whether they wait in the queue of one of its cohorts, be the place offered to them or not. */
  isWaiting: boolean
}

/** Where a booking stands by what there is, after it stood at `before`; null for who never booked anything. */
export const stateOf = (
  { enrollment, hasOpenOrder, isApproved, isPaid, isRequested, isWaiting }: BookingFacts,
  before: BookingState | null,
): BookingState | null => {
  if (enrollment && !enrollment.isRevoked) {
    return enrollment.isCompleted ? 'attended' : 'confirmed'
  }
  if (isPaid) {
    return 'confirmed'
  }
  if (hasOpenOrder || isApproved) {
    return 'awaitingPayment'
  }
  if (isWaiting) {
    return 'waitlisted'
  }
  if (isRequested) {
    return 'requested'
  }
  if (enrollment?.isRefunded) {
    return 'refunded'
  }
  if (before === 'refunded') {
    return before
  }

  return before === null && !enrollment ? null : 'cancelled'
}

/** Somebody's booking of a course, as they and the school both see it. Moments are ISO 8601. */
export type Booking = {
  cohort: null | string
  course: { id: string; isShown: boolean; slug: string; title: string }
  state: BookingState
  /** How it came there, the newest first. */
  steps: { at: string; side: BookingSide; state: BookingState }[]
}
