import type { MailTemplate } from '../types'

/** Tells an owner that the school is found at a domain of its own. */
export const domainConnected: MailTemplate<'domainConnected'> = {
  values: ({ data: { domain } }) => ({ domain }),
}
