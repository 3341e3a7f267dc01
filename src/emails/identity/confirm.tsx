import type { MailTemplate } from '../types'

import { Layout } from '../Layout'
import { Paragraph } from '../Paragraph'

/** Welcomes a new account and asks to confirm its address. */
export const confirm: MailTemplate<'confirm'> = {
  body: ({ data, ...context }) => {
    const { school, t } = context

    return (
      <Layout
        {...context}
        action={{ label: t('confirm.action'), url: data.url }}
        heading={t('confirm.heading', { school: school.name })}
        name={data.name}
        note={
          <Paragraph accent={school.accent} isSmall>
            {t('confirm.expires')} {t('confirm.reassure')}
          </Paragraph>
        }
        preview={t('confirm.preview')}
      >
        <Paragraph accent={school.accent}>{t('confirm.intro')}</Paragraph>
      </Layout>
    )
  },
  subject: ({ school, t }) => t('confirm.subject', { school: school.name }),
}
