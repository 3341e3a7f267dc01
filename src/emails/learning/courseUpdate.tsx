import type { MailTemplate } from '../types'

import { Message } from '../Message'

/** Tells a learner what has changed in a course, in the words of whoever teaches it. */
export const courseUpdate: MailTemplate<'courseUpdate'> = {
  details: ({ data: { message }, school }) => <Message look={school} text={message} />,
  values: ({ data: { course } }) => ({ course }),
}
