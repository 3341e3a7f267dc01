import type { MailTemplate } from '../types'

/** Says that somebody answered a post that its reader follows, with the way to it. */
export const commentWritten: MailTemplate<'commentWritten'> = {
  values: ({ data: { author, course, post } }) => ({ author, course, post }),
}
