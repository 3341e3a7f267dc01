import { env } from '@/env'

import type { Mailer } from './types'

import { outboxMailer } from './outbox'
import { smtpMailer } from './smtp'

let chosen: Mailer | undefined

/** How this installation sends mail: by the server of `SMTP_URL`, else into its own outbox. */
export const mailer = (): Mailer => {
  const { SMTP_URL } = env()

  return (chosen ??= SMTP_URL ? smtpMailer(SMTP_URL) : outboxMailer())
}
