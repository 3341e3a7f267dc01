import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Tells the address that an account has that another one was asked for. */
export const emailChanging: MailTemplate<'emailChanging'> = {
  note: ({ school, t }) => (
    <Paragraph look={school} isSmall>
      {t('emailChanging.reassure')}
    </Paragraph>
  ),
  values: () => ({}),
}
