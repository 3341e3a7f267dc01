import type { MailTemplate } from '../types'

import { Layout } from '../Layout'
import { Paragraph } from '../Paragraph'

/**
 * Tells the owner of an address that somebody registered with it again. The sign-up page answers
 * the same either way, so only the inbox learns that the account exists.
 */
export const alreadyRegistered: MailTemplate<'alreadyRegistered'> = {
  body: ({ data, ...context }) => {
    const { school, t } = context

    return (
      <Layout
        {...context}
        action={{ label: t('alreadyRegistered.action'), url: data.url }}
        heading={t('alreadyRegistered.heading')}
        name={data.name}
        note={
          <Paragraph accent={school.accent} isSmall>
            {t('alreadyRegistered.reassure')}
          </Paragraph>
        }
        preview={t('alreadyRegistered.preview')}
      >
        <Paragraph accent={school.accent}>
          {t('alreadyRegistered.intro', { school: school.name })}
        </Paragraph>
        <Paragraph accent={school.accent}>{t('alreadyRegistered.forgotten')}</Paragraph>
      </Layout>
    )
  },
  subject: ({ school, t }) => t('alreadyRegistered.subject', { school: school.name }),
}
