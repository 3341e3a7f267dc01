import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Tells the platform's staff that there is no backup of a day, or that the newest does not come back. */
export const backupTroubled: MailTemplate<'backupTroubled'> = {
  details: ({ data: { problem }, school, t }) => (
    <Paragraph look={school}>{t(`backupTroubled.problems.${problem}`)}</Paragraph>
  ),
  note: ({ school, t }) => (
    <Paragraph look={school} isSmall>
      {t('backupTroubled.again')}
    </Paragraph>
  ),
  values: ({ data: { day, reason }, locale }) => ({
    date: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(day),
    ),
    reason,
  }),
}
