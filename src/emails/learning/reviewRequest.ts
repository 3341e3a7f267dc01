import type { MailTemplate } from '../types'

/** Asks whoever has finished a course what they think of it. */
export const reviewRequest: MailTemplate<'reviewRequest'> = {
  values: ({ data: { course } }) => ({ course }),
}
