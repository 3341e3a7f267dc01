import type { Template } from '@/domain/mail/templates'
import type { Locale } from '@/domain/tenancy/locales'

import { systemPool } from '@/database/hosts'
import { env } from '@/env'

import { openedLetter } from './sealedLinks'

/** A mail in the outbox, without what it says. */
export type OutboxMail = {
  createdAt: Date
  id: string
  kind: string
  locale: Locale
  school: string
  status: string
  subject: null | string
  to: string
}

export type OutboxLetter = OutboxMail & { html: null | string; text: null | string }

const COLUMNS = `e.id, e."to", e.kind, e.locale, e.subject, e.status, t.name as school, e.created_at as "createdAt"`
const MOST = 100

/** Whether mail stays in this installation, so that there is an outbox to read. */
export const hasOutbox = (): boolean => !env().SMTP_URL

/** Whether anybody who reaches the platform may read it, as on a developer's own machine. */
export const isOutboxOpen = (): boolean => env().NODE_ENV === 'development'

/** The newest mails of all schools, to one address where given; for the platform's staff. */
export const listOutbox = async ({ to }: { to?: string } = {}): Promise<OutboxMail[]> => {
  const { rows } = await systemPool().query<OutboxMail>(
    `select ${COLUMNS} from emails e join tenants t on t.id = e.tenant_id
     where $1::text is null or e."to" = $1 order by e.id desc limit ${MOST}`,
    [to?.trim().toLowerCase() ?? null],
  )

  return rows
}

/** One mail of any school with what it says, or null. */
export const readOutbox = async (id: string): Promise<null | OutboxLetter> => {
  const { rows } = await systemPool().query<OutboxLetter & { kind: Template; tenant: string }>(
    `select ${COLUMNS}, e.tenant_id as tenant, e.html, e.text from emails e join tenants t on t.id = e.tenant_id where e.id = $1`,
    [id],
  )

  const [found] = rows
  if (!found) {
    return null
  }
  const { html, tenant, text, ...mail } = found

  return { ...mail, ...openedLetter({ html, text }, { template: mail.kind, tenant }) }
}
