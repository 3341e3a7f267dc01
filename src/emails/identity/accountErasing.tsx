import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Tells when an account goes that is to be deleted, and what to do about it where it was somebody else. */
export const accountErasing: MailTemplate<'accountErasing'> = {
  note: ({ school, t }) => (
    <Paragraph look={school} isSmall>
      {t('accountErasing.reassure')}
    </Paragraph>
  ),
  values: ({ data: { erasesAt }, locale, school }) => ({
    date: new Intl.DateTimeFormat(locale, {
      dateStyle: 'long',
      timeZone: school.timeZone ?? 'UTC',
    }).format(new Date(erasesAt)),
  }),
}
