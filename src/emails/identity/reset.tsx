import type { MailTemplate } from '../types'

import { Layout } from '../Layout'
import { Paragraph } from '../Paragraph'

/** Carries the link with which a forgotten password is replaced. */
export const reset: MailTemplate<'reset'> = {
  body: ({ data, ...context }) => {
    const { school, t } = context

    return (
      <Layout
        {...context}
        action={{ label: t('reset.action'), url: data.url }}
        heading={t('reset.heading')}
        name={data.name}
        note={
          <Paragraph accent={school.accent} isSmall>
            {t('reset.expires')} {t('reset.reassure')}
          </Paragraph>
        }
        preview={t('reset.preview')}
      >
        <Paragraph accent={school.accent}>{t('reset.intro', { school: school.name })}</Paragraph>
      </Layout>
    )
  },
  subject: ({ school, t }) => t('reset.subject', { school: school.name }),
}
