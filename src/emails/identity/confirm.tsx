import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Welcomes a new account and asks to confirm its address. */
export const confirm: MailTemplate<'confirm'> = {
  note: ({ school, t }) => (
    <Paragraph look={school} isSmall>
      {t('confirm.expires')} {t('confirm.reassure')}
    </Paragraph>
  ),
  values: () => ({}),
}
