import type { MailTemplate } from '../types'

/** Says that a course is open, with the way into it. */
export const enrolled: MailTemplate<'enrolled'> = {
  values: ({ data: { course } }) => ({ course }),
}
