import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Template } from '@/domain/mail/templates'
import type { Locale } from '@/domain/tenancy/locales'
import type { OwnWords } from '@/emails/render'
import type { School } from '@/operations/tenancy/school'

import { rows } from '@/database/transaction'
import { spokenIn } from '@/domain/tenancy/spoken'
import { renderBrief } from '@/emails/render'

/** What is kept of a mail to say the same elsewhere. */
export type Said = { data: Record<string, unknown>; template: Template }

/**
 * Says what was kept of mails in two lines each, in a language and in the school's own words where it has some; `name` is the
 * reader's.
 */
export const briefsOf = async ({
  name,
  locale,
  req,
  said,
  school,
}: {
  locale: Locale
  name: string
  req: PayloadRequest
  said: readonly Said[]
  school: School
}): Promise<{ text: string; title: string }[]> => {
  if (said.length === 0) {
    return []
  }
  const found = await rows<OwnWords & { kind: string }>(
    req,
    sql`select kind::text as kind, subject, heading, body, button_label as "buttonLabel" from email_templates where locale::text = ${locale}`,
  )
  const words = new Map(found.map(({ kind, ...own }) => [kind, own]))
  const spoken = spokenIn(school, locale)
  const shown = {
    ...spoken.brand,
    name: spoken.name,
    timeZone: spoken.timeZone,
    url: spoken.origin,
  }

  return said.map(({ data, template }) =>
    renderBrief({
      data: { ...data, name, url: school.origin },
      locale,
      school: shown,
      template,
      words: words.get(template),
    }),
  )
}
