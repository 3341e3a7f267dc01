import type { MailTemplate } from '../types'

import { Layout } from '../Layout'
import { Paragraph } from '../Paragraph'

/** Says that a course is open, with the way into it. */
export const enrolled: MailTemplate<'enrolled'> = {
  body: ({ data, ...context }) => {
    const { school, t } = context

    return (
      <Layout
        {...context}
        action={{ label: t('enrolled.action'), url: data.url }}
        heading={t('enrolled.heading')}
        name={data.name}
        preview={t('enrolled.preview', { course: data.course })}
      >
        <Paragraph accent={school.accent}>{t('enrolled.intro', { course: data.course })}</Paragraph>
      </Layout>
    )
  },
  subject: ({ data, t }) => t('enrolled.subject', { course: data.course }),
}
