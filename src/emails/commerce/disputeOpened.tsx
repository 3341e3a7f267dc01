import { disputeReason } from '@/domain/commerce/disputeReasons'
import { exponentOf } from '@/domain/commerce/money'

import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

/** Tells the school that a payment is contested, why, and until when to answer. */
export const disputeOpened: MailTemplate<'disputeOpened'> = {
  details: ({ data: { reason, until }, locale, school, t }) => (
    <>
      {until && (
        <Paragraph look={school}>
          {t('disputeOpened.until', {
            date: new Intl.DateTimeFormat(locale, {
              dateStyle: 'long',
              timeZone: school.timeZone ?? 'UTC',
            }).format(new Date(until)),
          })}
        </Paragraph>
      )}
      {reason && (
        <Paragraph look={school} isSmall>
          {t('disputeOpened.reason', { reason: disputeReason(reason, locale) })}
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
