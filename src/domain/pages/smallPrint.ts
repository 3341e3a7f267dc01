/** Addresses of the pages that a school owes its visitors; the foot of every page leads to those it has published. */
export const SMALL_PRINT = ['terms', 'privacy', 'refunds'] as const
