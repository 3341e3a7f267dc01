import type { MailTemplate } from '../types'

/** Says that a course can be begun now that what comes before it is completed. */
export const prerequisitesMet: MailTemplate<'prerequisitesMet'> = {
  values: ({ data: { course } }) => ({ course }),
}
