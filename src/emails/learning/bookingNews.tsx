import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Tells the school what a learner did about a place in a course. */
export const bookingNews: MailTemplate<'bookingNews'> = {
  details: ({ data: { state, student }, school, t }) => (
    <Paragraph look={school}>{t(`bookingNews.state.${state}`, { student })}</Paragraph>
  ),
  values: ({ data: { course, student } }) => ({ course, student }),
}
