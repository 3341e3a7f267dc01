import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Tells the owner of an account that somebody shops with its address; the checkout itself does not tell. */
export const signInInstead: MailTemplate<'signInInstead'> = {
  note: ({ school, t }) => (
    <Paragraph look={school} isSmall>
      {t('signInInstead.reassure')}
    </Paragraph>
  ),
  values: ({ data: { course } }) => ({ course }),
}
