import { EmailTemplates } from '@collections/mail/EmailTemplates'
import { Emails } from '@collections/mail/Emails'
import { previewEmailTemplate, testEmailTemplate } from '@endpoints/mail/emailTemplates'
import {
  notifications,
  readNotifications,
  unreadNotifications,
} from '@endpoints/mail/notifications'
import { outbox, outboxMail } from '@endpoints/mail/outbox'
import { sendQueuedEmail } from '@hooks/mail/emails'

import { sendQueuedPush } from '@hooks/mail/pushes'

import { domain } from './support/domain'

export const mail = domain({
  collections: [Emails, EmailTemplates],
  endpoints: [
    outbox,
    outboxMail,
    previewEmailTemplate,
    testEmailTemplate,
    notifications,
    unreadNotifications,
    readNotifications,
  ],
  reactions: [sendQueuedEmail, sendQueuedPush],
})
