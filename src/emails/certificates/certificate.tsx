import { Link } from '@react-email/components'

import type { MailTemplate } from '../types'

import { Layout } from '../Layout'
import { Paragraph } from '../Paragraph'
import { mailStyles } from '../styles'

/** Brings a certificate: the button fetches the PDF, the link below shows others that it is genuine. */
export const certificate: MailTemplate<'certificate'> = {
  body: ({ data, ...context }) => {
    const { school, t } = context
    const { course } = data

    return (
      <Layout
        {...context}
        action={{ label: t('certificate.action'), url: data.url }}
        heading={t('certificate.heading')}
        name={data.name}
        note={
          <Paragraph accent={school.accent} isSmall>
            {t('certificate.verify')}
            <br />
            <Link
              className="m-link"
              dir="ltr"
              href={data.verifyUrl}
              style={mailStyles(school.accent).link}
            >
              {data.verifyUrl}
            </Link>
          </Paragraph>
        }
        preview={t('certificate.preview', { course })}
      >
        <Paragraph accent={school.accent}>
          {t('certificate.intro', { course, school: school.name })}
        </Paragraph>
      </Layout>
    )
  },
  subject: ({ data, t }) => t('certificate.subject', { course: data.course }),
}
