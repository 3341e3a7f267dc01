/** When learners see the right answers of a quiz, once they handed it in. */
export const REVIEWS = ['afterLast', 'afterSubmitting', 'afterDate', 'never'] as const

export type ReviewPolicy = (typeof REVIEWS)[number]
