import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Tells that the password was changed, and what to do about it where it was somebody else. */
export const passwordChanged: MailTemplate<'passwordChanged'> = {
  note: ({ school, t }) => (
    <Paragraph look={school} isSmall>
      {t('passwordChanged.reassure')}
    </Paragraph>
  ),
  values: () => ({}),
}
