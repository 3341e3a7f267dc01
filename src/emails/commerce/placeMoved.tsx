import { exponentOf } from '@/domain/commerce/money'

import type { MailContext, MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'

type Said = Pick<MailContext, 'school'> & { text: null | string }

const Why = ({ school, text }: Said) =>
  text && (
    <Paragraph look={school} isSmall>
      {text}
    </Paragraph>
  )

/** Says from where to where a place went. */
export const placeMoved: MailTemplate<'placeMoved'> = {
  details: ({ data: { reason }, school, t }) => (
    <Why school={school} text={reason ? t('placeMoved.reason', { reason }) : null} />
  ),
  values: ({ data: { from, to } }) => ({ from, to }),
}

/** Says to whom a place went that was its reader's. */
export const placeGiven: MailTemplate<'placeGiven'> = {
  details: ({ data: { reason }, school, t }) => (
    <Why school={school} text={reason ? t('placeGiven.reason', { reason }) : null} />
  ),
  values: ({ data: { course, person } }) => ({ course, person }),
}

/** Says from whom a place came. */
export const placeReceived: MailTemplate<'placeReceived'> = {
  values: ({ data: { course, person } }) => ({ course, person }),
}

/** Asks for what is missing for a move. */
export const placeToPay: MailTemplate<'placeToPay'> = {
  details: ({ data: { reason }, school, t }) => (
    <Why school={school} text={reason ? t('placeToPay.reason', { reason }) : null} />
  ),
  values: ({ data: { amount, currency, from, to, until }, locale, school }) => ({
    date: new Intl.DateTimeFormat(locale, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: school.timeZone ?? 'UTC',
    }).format(new Date(until)),
    from,
    to,
    total: new Intl.NumberFormat(locale, { currency, style: 'currency' }).format(
      amount / 10 ** exponentOf(currency),
    ),
  }),
}
