import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Tells a learner what the school changed of their access to a course, until when it is open, and why. */
export const accessChanged: MailTemplate<'accessChanged'> = {
  details: ({ data: { action, reason, until }, locale, school, t }) => (
    <>
      <Paragraph look={school}>{t(`accessChanged.actions.${action}`)}</Paragraph>
      {until && action !== 'remove' && action !== 'pause' && (
        <Paragraph look={school}>
          {t('accessChanged.until', {
            date: new Intl.DateTimeFormat(locale, {
              dateStyle: 'long',
              timeZone: school.timeZone ?? 'UTC',
            }).format(new Date(until)),
          })}
        </Paragraph>
      )}
      <Paragraph look={school}>{t('accessChanged.reason', { reason })}</Paragraph>
    </>
  ),
  values: ({ data: { course } }) => ({ course }),
}
