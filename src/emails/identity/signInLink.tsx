import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Carries the link and the code with which an account is signed in to. */
export const signInLink: MailTemplate<'signInLink'> = {
  note: ({ school, t }) => (
    <Paragraph look={school} isSmall>
      {t('signInLink.expires')} {t('signInLink.reassure')}
    </Paragraph>
  ),
  values: ({ data: { code } }) => ({ code }),
}
