import type { EmailAdapter } from 'payload'

/**
 * Payload's own mailer, which nothing here may use: a mail belongs to a school, is written in its
 * reader's language, and goes through `queueEmail`. Whatever still calls it hears so.
 */
export const noMailOfPayloads: EmailAdapter = () => ({
  name: 'none',
  defaultFromAddress: 'no-reply@localhost',
  defaultFromName: 'none',
  sendEmail: () => Promise.reject(new Error('Mails are sent by queueEmail.')),
})
