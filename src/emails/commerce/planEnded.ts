import type { MailTemplate } from '../types'

/** Says that a subscription or plan is over, with the way to begin again. */
export const planEnded: MailTemplate<'planEnded'> = {
  values: ({ data: { plan } }) => ({ plan }),
}

/** Invites back whoever has left, with the way to begin again. */
export const planWinBack: MailTemplate<'planWinBack'> = {
  values: ({ data: { plan } }) => ({ plan }),
}
