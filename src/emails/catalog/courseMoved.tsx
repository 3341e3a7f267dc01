import type { MailTemplate } from '../types'

import { Message } from '../Message'

type Kind = 'courseAnswered' | 'courseApproved' | 'courseReturned' | 'courseSubmitted'

/** Says what was done to a course on its way to learners, by whom, and in their own words why. */
const courseMoved: MailTemplate<Kind> = {
  details: ({ data: { message }, school }) => <Message look={school} text={message} />,
  values: ({ data: { author, course } }) => ({ author, course }),
}

export const courseAnswered: MailTemplate<'courseAnswered'> = courseMoved
export const courseApproved: MailTemplate<'courseApproved'> = courseMoved
export const courseReturned: MailTemplate<'courseReturned'> = courseMoved
export const courseSubmitted: MailTemplate<'courseSubmitted'> = courseMoved
