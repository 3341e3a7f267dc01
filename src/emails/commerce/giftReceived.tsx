import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Brings somebody a gift, with the words of whoever gives it and the way to take it. */
export const giftReceived: MailTemplate<'giftReceived'> = {
  details: ({ data: { buyer, message }, school, t }) =>
    message ? (
      <Paragraph look={school}>{t('giftReceived.message', { buyer, message })}</Paragraph>
    ) : null,
  note: ({ t }) => t('giftReceived.note'),
  values: ({ data: { buyer, course } }) => ({ buyer, course }),
}
