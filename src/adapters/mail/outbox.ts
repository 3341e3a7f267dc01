import type { Mailer } from './types'

/** Mail of an installation without SMTP: the row in `emails` is the delivery, read on the outbox page. */
export const outboxMailer = (): Mailer => ({
  close: () => undefined,
  isLocal: true,
  provider: 'outbox',
  send: () => Promise.resolve(),
})
