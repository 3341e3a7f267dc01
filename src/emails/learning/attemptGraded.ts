import type { MailTemplate } from '../types'

/** Says that what a learner wrote was read and graded, with the way to the points and comments. */
export const attemptGraded: MailTemplate<'attemptGraded'> = {
  values: ({ data: { course, quiz } }) => ({ course, quiz }),
}
