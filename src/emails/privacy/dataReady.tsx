import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Says that a file of personal data can be fetched, and for how long. */
export const dataReady: MailTemplate<'dataReady'> = {
  note: ({ school, t }) => (
    <Paragraph look={school} isSmall>
      {t('dataReady.expires')}
    </Paragraph>
  ),
  values: () => ({}),
}
