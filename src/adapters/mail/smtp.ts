import { createTransport } from 'nodemailer'

import type { Mailer } from './types'

/** Less than a send holds its mail for, so that no second worker takes it meanwhile. */
const TIMEOUT_MS = 12_000

/**
 * Mail over SMTP (RFC 5321) to the server of `url`, `smtp://` or `smtps://`, on few connections that
 * are kept open. A server that falls silent for 12 seconds is an error.
 */
export const smtpMailer = (url: string): Mailer => {
  const transport = createTransport({
    connectionTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    greetingTimeout: TIMEOUT_MS,
    maxConnections: 3,
    pool: true,
    socketTimeout: TIMEOUT_MS,
    url,
  })

  return {
    close: () => transport.close(),
    isLocal: false,
    provider: new URL(url).host,
    send: async ({ messageId, ...message }) => {
      await transport.sendMail({
        ...message,
        headers: { 'Auto-Submitted': 'auto-generated', ...message.headers },
        messageId: `<${messageId}>`,
      })
    },
  }
}
