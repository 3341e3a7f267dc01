import { createTransport } from 'nodemailer'

import type { Mailer } from './types'

/**
 * Mail over SMTP (RFC 5321) to the server of `url`, `smtp://` or `smtps://`, on few connections that
 * are kept open. A server that does not answer within 20 seconds is an error.
 */
export const smtpMailer = (url: string): Mailer => {
  const transport = createTransport({
    connectionTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    greetingTimeout: 20_000,
    maxConnections: 3,
    pool: true,
    socketTimeout: 20_000,
    url,
  })

  return {
    close: () => transport.close(),
    send: async ({ messageId, ...message }) => {
      await transport.sendMail({
        ...message,
        headers: { 'Auto-Submitted': 'auto-generated', ...message.headers },
        messageId: `<${messageId}>`,
      })
    },
  }
}
