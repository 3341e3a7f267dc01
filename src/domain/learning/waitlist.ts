/** Where somebody stands in the queue of a cohort. Of these `offered` alone holds a place. */
export const WAITLIST_STATUSES = [
  'waiting',
  'offered',
  'taken',
  'declined',
  'lapsed',
  'left',
  'removed',
] as const

export type WaitlistStatus = (typeof WAITLIST_STATUSES)[number]

/** What can happen to somebody in a queue. */
export type WaitlistEvent = 'join' | 'lapse' | 'leave' | 'offer' | 'remove' | 'take'

const MOVES: Record<WaitlistEvent, Partial<Record<WaitlistStatus, WaitlistStatus>>> = {
  join: {
    declined: 'waiting',
    lapsed: 'waiting',
    left: 'waiting',
    removed: 'waiting',
    taken: 'waiting',
  },
  lapse: { offered: 'lapsed' },
  leave: { offered: 'declined', waiting: 'left' },
  offer: { waiting: 'offered' },
  remove: { offered: 'removed', waiting: 'removed' },
  take: { offered: 'taken', waiting: 'taken' },
}

/** What an event makes of somebody who stands so in a queue; null where it does nothing. */
export const afterEvent = (event: WaitlistEvent, status: WaitlistStatus): null | WaitlistStatus =>
  MOVES[event][status] ?? null

/** The statuses that an event moves on. */
export const movedBy = (event: WaitlistEvent): WaitlistStatus[] =>
  WAITLIST_STATUSES.filter((status) => afterEvent(event, status))

/** For how many hours a freed place is kept where the cohort says nothing else. */
export const OFFER_HOURS = 48

/** Longest time for which a cohort keeps one: thirty days. */
export const MOST_OFFER_HOURS = 720
