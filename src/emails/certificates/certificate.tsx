import { Link } from '@react-email/components'

import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'
import { mailStyles } from '../styles'

/** Brings a certificate: the button fetches the PDF, the link below shows others that it is genuine. */
export const certificate: MailTemplate<'certificate'> = {
  note: ({ data: { verifyUrl }, school, t }) => (
    <Paragraph look={school} isSmall>
      {t('certificate.verify')}
      <br />
      <Link className="m-link" dir="ltr" href={verifyUrl} style={mailStyles(school).link}>
        {verifyUrl}
      </Link>
    </Paragraph>
  ),
  values: ({ data: { course } }) => ({ course }),
}
