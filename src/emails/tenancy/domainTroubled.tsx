import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Tells an owner what keeps visitors from the school's domain, and where it is mended. */
export const domainTroubled: MailTemplate<'domainTroubled'> = {
  details: ({ data: { problem }, school, t }) => (
    <Paragraph look={school}>{t(`domainTroubled.problems.${problem}`)}</Paragraph>
  ),
  note: ({ school, t }) => (
    <Paragraph look={school} isSmall>
      {t('domainTroubled.reassure')}
    </Paragraph>
  ),
  values: ({ data: { domain } }) => ({ domain }),
}
