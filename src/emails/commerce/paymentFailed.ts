import type { MailTemplate } from '../types'

import { exponentOf } from '@/domain/commerce/money'

type Due = { amount: number; currency: string; plan: string }
type Reader = { locale: string; school: { timeZone?: null | string } }

const valuesOf = (
  { amount, currency, plan }: Due,
  day: string,
  { locale, school }: Reader,
): { date: string; plan: string; total: string } => ({
  date: new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeZone: school.timeZone ?? 'UTC',
  }).format(new Date(day)),
  plan,
  total: new Intl.NumberFormat(locale, { currency, style: 'currency' }).format(
    amount / 10 ** exponentOf(currency),
  ),
})

/** Says that a charge was declined, when the next one is, and where to look after it. */
export const paymentFailed: MailTemplate<'paymentFailed'> = {
  values: ({ data, ...reader }) => valuesOf(data, data.retryAt, reader),
}

/** Asks its reader to prove to their bank that it is them, on the page on which they pay. */
export const paymentConfirm: MailTemplate<'paymentConfirm'> = {
  values: ({ data, ...reader }) => valuesOf(data, data.until, reader),
}

/** Says until when is to be paid what could not be charged. */
export const paymentLastCall: MailTemplate<'paymentLastCall'> = {
  values: ({ data, ...reader }) => valuesOf(data, data.until, reader),
}

/** Asks for another card before the next charge, by which the one that is known has ended. */
export const cardEnding: MailTemplate<'cardEnding'> = {
  values: ({ data, ...reader }) => valuesOf(data, data.until, reader),
}
