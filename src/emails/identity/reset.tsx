import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Carries the link with which a forgotten password is replaced. */
export const reset: MailTemplate<'reset'> = {
  note: ({ school, t }) => (
    <Paragraph look={school} isSmall>
      {t('reset.expires')} {t('reset.reassure')}
    </Paragraph>
  ),
  values: () => ({}),
}
