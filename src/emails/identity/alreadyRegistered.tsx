import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/**
 * Tells the owner of an address that somebody registered with it again. The sign-up page answers
 * the same either way, so only the inbox learns that the account exists.
 */
export const alreadyRegistered: MailTemplate<'alreadyRegistered'> = {
  note: ({ school, t }) => (
    <Paragraph look={school} isSmall>
      {t('alreadyRegistered.reassure')}
    </Paragraph>
  ),
  values: () => ({}),
}
