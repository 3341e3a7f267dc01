import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { MailData, Template } from '@/domain/mail/templates'
import type { Locale } from '@/domain/tenancy/locales'

import { currentTenant } from '@/database/pool'
import { inTransaction, row } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

/**
 * Orders one mail, in the caller's transaction: `key` names the occasion, and a second order for it
 * does nothing. Rendering and sending are the worker's, so that asking costs the same whoever asks.
 */
export const queueEmail = async <K extends Template>({
  data,
  key,
  locale,
  req,
  template,
  to,
}: {
  data: MailData[K]
  key: string
  locale: Locale
  req: PayloadRequest
  template: K
  to: string
}): Promise<void> => {
  const tenant = await currentTenant()
  if (!tenant) {
    throw new Error('A mail belongs to a school.')
  }
  await inTransaction(req, async () => {
    const queued = await row<{ id: string }>(
      req,
      sql`insert into emails (id, tenant_id, "to", kind, locale, data, dedupe_key, status)
          values (uuidv7(), ${tenant}, ${to}, ${template}, ${locale}::enum_emails_locale,
            ${JSON.stringify(data)}::jsonb, ${key}, 'queued')
          on conflict (tenant_id, dedupe_key) do nothing returning id`,
    )
    if (queued) {
      await announce({ data: { email: queued.id }, fact: 'email.queued', req, tenant })
    }
  })
}
