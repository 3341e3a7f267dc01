import type { MailTemplate } from '../types'

/** Says that a subscription or plan is over, with the way to begin again. */
export const planEnded: MailTemplate<'planEnded'> = {
  values: ({ data: { plan } }) => ({ plan }),
}
