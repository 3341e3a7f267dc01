import type { MailTemplate } from '../types'

/** Says that somebody graded a learner's work, gave it back or wrote about it, with the way to it. */
export const workReviewed: MailTemplate<'workReviewed'> = {
  values: ({ data: { assignment, course } }) => ({ assignment, course }),
}
