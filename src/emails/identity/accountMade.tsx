import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Lets somebody choose a first password for whom the school made an account. */
export const accountMade: MailTemplate<'accountMade'> = {
  note: ({ school, t }) => (
    <Paragraph look={school} isSmall>
      {t('accountMade.expires')} {t('accountMade.reassure')}
    </Paragraph>
  ),
  values: () => ({}),
}
