import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Carries the link with which an account takes another address. */
export const changeEmail: MailTemplate<'changeEmail'> = {
  note: ({ school, t }) => (
    <Paragraph look={school} isSmall>
      {t('changeEmail.expires')} {t('changeEmail.reassure')}
    </Paragraph>
  ),
  values: () => ({}),
}
