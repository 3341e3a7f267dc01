import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Tells somebody what staff did to their account, why, and what they can do. */
export const accountStatus: MailTemplate<'accountStatus'> = {
  details: ({ data: { action, erasesAt, reason }, locale, school, t }) => (
    <>
      <Paragraph look={school}>{t(`accountStatus.actions.${action}`)}</Paragraph>
      {erasesAt && (
        <Paragraph look={school}>
          {t('accountStatus.erases', {
            date: new Intl.DateTimeFormat(locale, {
              dateStyle: 'long',
              timeZone: school.timeZone ?? 'UTC',
            }).format(new Date(erasesAt)),
          })}
        </Paragraph>
      )}
      <Paragraph look={school}>{t('accountStatus.reason', { reason })}</Paragraph>
    </>
  ),
  note: ({ data: { action }, school, t }) =>
    action === 'restore' ? null : (
      <Paragraph look={school} isSmall>
        {t('accountStatus.appeal')}
      </Paragraph>
    ),
  values: () => ({}),
}
