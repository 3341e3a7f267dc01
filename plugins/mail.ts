import { EmailTemplates } from '@collections/mail/EmailTemplates'
import { Emails } from '@collections/mail/Emails'
import { previewEmailTemplate, testEmailTemplate } from '@endpoints/mail/emailTemplates'
import { outbox, outboxMail } from '@endpoints/mail/outbox'
import { sendQueuedEmail } from '@hooks/mail/emails'

import { domain } from './support/domain'

export const mail = domain({
  collections: [Emails, EmailTemplates],
  endpoints: [outbox, outboxMail, previewEmailTemplate, testEmailTemplate],
  reactions: [sendQueuedEmail],
})
