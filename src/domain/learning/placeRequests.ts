/**
 * Where somebody's wish for a place stands that staff decide on. `approved` keeps the place for them until it is paid for,
 * `waitlisted` was approved for a cohort that is full, and `taken` has become a place.
 */
export const PLACE_REQUEST_STATUSES = [
  'requested',
  'approved',
  'waitlisted',
  'taken',
  'declined',
  'withdrawn',
  'lapsed',
] as const

export type PlaceRequestStatus = (typeof PLACE_REQUEST_STATUSES)[number]

/** The ones of which somebody has at most one for a course. */
export const OPEN_REQUESTS = ['requested', 'approved'] as const satisfies PlaceRequestStatus[]

/** What can happen to a request: staff approve or decline it, its learner withdraws it or takes the place, its time ends. */
export type PlaceRequestEvent = 'approve' | 'decline' | 'lapse' | 'queue' | 'take' | 'withdraw'

const MOVES: Record<PlaceRequestEvent, Partial<Record<PlaceRequestStatus, PlaceRequestStatus>>> = {
  approve: { requested: 'approved' },
  decline: { approved: 'declined', requested: 'declined' },
  lapse: { approved: 'lapsed' },
  queue: { requested: 'waitlisted' },
  take: { approved: 'taken', requested: 'taken' },
  withdraw: { approved: 'withdrawn', requested: 'withdrawn' },
}

/** What an event makes of a request that stands so; null where it does nothing. */
export const requestAfter = (
  event: PlaceRequestEvent,
  status: PlaceRequestStatus,
): null | PlaceRequestStatus => MOVES[event][status] ?? null

/** Most characters of what somebody writes with a request. */
export const LONGEST_REQUEST = 2000

/** Somebody's wish for a place, as they see it. Moments are ISO 8601. */
export type PlaceRequest = {
  askedAt: string
  cohort: null | string
  id: string
  message: null | string
  offer: null | string
  /** What staff wrote with their decision. */
  reason: null | string
  status: PlaceRequestStatus
  /** Until when an approved place is kept; null where it is not. */
  until: null | string
}
