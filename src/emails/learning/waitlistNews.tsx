import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Says what became of somebody's place in a waitlist, and why where staff did it. */
export const waitlistNews: MailTemplate<'waitlistNews'> = {
  details: ({ data: { news, reason }, school, t }) => (
    <>
      <Paragraph look={school}>{t(`waitlistNews.news.${news}`)}</Paragraph>
      {reason && <Paragraph look={school}>{t('waitlistNews.reason', { reason })}</Paragraph>}
    </>
  ),
  values: ({ data: { cohort, course } }) => ({ cohort, course }),
}
