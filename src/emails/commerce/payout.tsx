import { exponentOf } from '@/domain/commerce/money'

import type { MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

const totalOf = ({ amount, currency }: { amount: number; currency: string }, locale: string) => ({
  total: new Intl.NumberFormat(locale, { currency, style: 'currency' }).format(
    amount / 10 ** exponentOf(currency),
  ),
})

/** Says that a payout arrived. */
export const payoutPaid: MailTemplate<'payoutPaid'> = {
  values: ({ data, locale }) => totalOf(data, locale),
}

/** Says that a payout came back, and why, as far as its provider says it. */
export const payoutFailed: MailTemplate<'payoutFailed'> = {
  details: ({ data: { reason }, school, t }) =>
    reason && (
      <Paragraph look={school} isSmall>
        {t('payoutFailed.reason', { reason })}
      </Paragraph>
    ),
  values: ({ data, locale }) => totalOf(data, locale),
}
