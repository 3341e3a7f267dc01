import type { PayloadRequest } from 'payload'

import type { Template } from '@/domain/mail/templates'

import type { MailOrder } from './queueEmails'

import { queueEmails } from './queueEmails'

/**
 * Orders one mail, in the caller's transaction: `key` names the occasion, and a second order for it
 * does nothing. Rendering and sending are the worker's, so that asking costs the same whoever asks.
 */
export const queueEmail = async <K extends Template>({
  req,
  ...email
}: MailOrder<K> & { req: PayloadRequest }): Promise<void> => {
  await queueEmails({ emails: [email], req, urgency: 'prompt' })
}
