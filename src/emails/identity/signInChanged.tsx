import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Tells what changed about signing in, and what to do about it where it was somebody else. */
export const signInChanged: MailTemplate<'signInChanged'> = {
  note: ({ school, t }) => (
    <Paragraph look={school} isSmall>
      {t('signInChanged.reassure')}
    </Paragraph>
  ),
  values: ({ data: { change }, t }) => ({ change: t(`signInChanged.changes.${change}`) }),
}
