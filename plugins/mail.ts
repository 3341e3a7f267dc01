import { Emails } from '@collections/mail/Emails'
import { outbox, outboxMail } from '@endpoints/mail/outbox'
import { sendQueuedEmail } from '@hooks/mail/emails'

import { domain } from './support/domain'

export const mail = domain({
  collections: [Emails],
  endpoints: [outbox, outboxMail],
  reactions: [sendQueuedEmail],
})
