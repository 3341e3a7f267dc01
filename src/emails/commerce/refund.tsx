import { Link } from '@react-email/components'

import { exponentOf } from '@/domain/commerce/money'

import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'
import { mailStyles } from '../styles'

/** Says what is given back of an order and why, with the credit note. */
export const refund: MailTemplate<'refund'> = {
  details: ({ data: { creditNote, endsAccess, reason }, school, t }) => (
    <>
      {reason && (
        <Paragraph look={school} isSmall>
          {t('refund.reason', { reason })}
        </Paragraph>
      )}
      {endsAccess && (
        <Paragraph look={school} isSmall>
          {t('refund.closed')}
        </Paragraph>
      )}
      {creditNote && (
        <Paragraph look={school} isSmall>
          <Link className="m-link" href={creditNote.url} style={mailStyles(school).link}>
            {t('refund.creditNote', { number: creditNote.number })}
          </Link>
        </Paragraph>
      )}
    </>
  ),
  values: ({ data: { amount, currency, number }, locale }) => ({
    number,
    total: new Intl.NumberFormat(locale, { currency, style: 'currency' }).format(
      amount / 10 ** exponentOf(currency),
    ),
  }),
}
