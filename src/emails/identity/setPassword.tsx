import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Asks a guest to choose a first password, which proves the address as well. */
export const setPassword: MailTemplate<'setPassword'> = {
  note: ({ school, t }) => (
    <Paragraph look={school} isSmall>
      {t('setPassword.expires')} {t('setPassword.reassure')}
    </Paragraph>
  ),
  values: ({ data: { course } }) => ({ course }),
}
