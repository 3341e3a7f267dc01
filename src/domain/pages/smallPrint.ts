/** Addresses of the pages that a school owes its visitors; the foot of every page leads to those it has published. */
export const SMALL_PRINT = ['terms', 'privacy', 'refunds', 'cookies'] as const

export type SmallPrint = (typeof SMALL_PRINT)[number]

/** Whether a page is small print rather than something to pass on. */
export const isSmallPrint = (slug: string): boolean => SMALL_PRINT.some((one) => one === slug)
