/** What becomes of a cohort's discussion when the cohort ends: it goes on, it can be read alone, or learners see it no more. */
export const DISCUSSION_ENDS = ['open', 'readOnly', 'closed'] as const

export type DiscussionEnd = (typeof DISCUSSION_ENDS)[number]
