const DAY_MS = 24 * 3600_000

/** How long the link in a guest's mail can be used, and how long a free order waits for it, in milliseconds. */
export const INVITATION_MS = 3 * DAY_MS

/** How long a guest can come back to an order by its link, counted from the end of the time it could be paid in, in milliseconds. */
const KEY_AFTER_ORDER_MS = 6 * DAY_MS

/** How long an account that never paid stays after its last order was given up, in milliseconds. */
export const UNPAID_GUEST_MS = 2 * DAY_MS

/** Until when a guest's link to an order works; the same for every link to that order. */
export const keyEndOf = (orderExpiresAt: Date): Date =>
  new Date(orderExpiresAt.getTime() + KEY_AFTER_ORDER_MS)

/** The hour a moment lies in, as `2026-11-21T13`: what nobody should be written about twice within it. */
export const hourOf = (now: Date): string => now.toISOString().slice(0, 13)
