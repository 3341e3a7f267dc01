import type { MailTemplate } from '../types'

/** Reminds of a checkout that was left, with the way back to it. */
export const checkoutReminder: MailTemplate<'checkoutReminder'> = {
  values: ({ data: { course } }) => ({ course }),
}

/** The same for the second and last time. */
export const checkoutLastReminder: MailTemplate<'checkoutLastReminder'> = {
  values: ({ data: { course } }) => ({ course }),
}
