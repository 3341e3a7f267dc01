import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Says what became of somebody's request for a place, until when it is kept, and what staff wrote. */
export const requestNews: MailTemplate<'requestNews'> = {
  details: ({ data: { news, reason, until }, locale, school, t }) => (
    <>
      <Paragraph look={school}>{t(`requestNews.news.${news}`)}</Paragraph>
      {until && (
        <Paragraph look={school}>
          {t('requestNews.until', {
            date: new Intl.DateTimeFormat(locale, {
              dateStyle: 'long',
              timeStyle: 'short',
              timeZone: school.timeZone ?? 'UTC',
            }).format(new Date(until)),
          })}
        </Paragraph>
      )}
      {reason && <Paragraph look={school}>{t('requestNews.reason', { reason })}</Paragraph>}
    </>
  ),
  values: ({ data: { course } }) => ({ course }),
}
