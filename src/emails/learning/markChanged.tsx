import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Says that a grader changed a mark, from how many points to how many, and why. */
export const markChanged: MailTemplate<'markChanged'> = {
  details: ({ data: { after, before, max, reason }, school, t }) => (
    <>
      <Paragraph look={school}>{t('markChanged.points', { after, before, max })}</Paragraph>
      <Paragraph look={school}>{t('markChanged.reason', { reason })}</Paragraph>
    </>
  ),
  values: ({ data: { course, quiz } }) => ({ course, quiz }),
}
