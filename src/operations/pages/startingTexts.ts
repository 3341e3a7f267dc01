import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { School } from '@/operations/tenancy/school'

import { startingTexts, type StartingText } from '@/adapters/legal/startingTexts'
import { row, rows } from '@/database/transaction'
import { richText } from '@/domain/pages/richText'
import { SMALL_PRINT } from '@/domain/pages/smallPrint'
import { schoolOf } from '@/operations/tenancy/school'

type Place = { req: PayloadRequest; tenant: string }

/** Slugs of small print for which the school has no page yet, published or not. */
export const missingSmallPrint = async ({ req }: Pick<Place, 'req'>): Promise<string[]> => {
  const found = await rows<{ slug: string }>(
    req,
    sql`select slug from pages where slug = any(${sql.param([...SMALL_PRINT])}::text[])`,
  )

  return SMALL_PRINT.filter((slug) => !found.some((page) => page.slug === slug))
}

/**
 * Writes a draft of each page of small print that the school does not have, in its language and with its
 * name and address, each under a note that it is to be reviewed. Answers their slugs; a second call at the
 * same time waits, and writes none. In the caller's transaction.
 */
export const writeStartingTexts = async ({
  now,
  req,
  tenant,
}: Place & { now: Date }): Promise<string[]> => {
  await row(req, sql`select pg_advisory_xact_lock(hashtextextended(${`small print:${tenant}`}, 0))`)
  const school = await schoolOf({ req, tenant })
  const missing = await missingSmallPrint({ req })
  if (!school) {
    return []
  }
  const texts = startingTexts(school.locale, await speakerOf({ now, req, school, tenant }))
  for (const text of texts.filter(({ slug }) => missing.includes(slug))) {
    await req.payload.create({
      collection: 'pages',
      data: pageOf(text, tenant) as never,
      depth: 0,
      draft: true,
      overrideAccess: false,
      req,
    })
  }

  return missing
}

const speakerOf = async ({
  now,
  req,
  school: { name, locale, origin, supportEmail, timeZone },
  tenant,
}: Place & { now: Date; school: School }) => {
  const said = await row<{ address: null | string; legalName: null | string }>(
    req,
    sql`select nullif(trim(settings_invoicing_legal_name), '') as "legalName",
          coalesce(nullif(trim(settings_invoicing_address), ''), nullif(trim(settings_profile_address), '')) as address
        from tenants where id = ${tenant}`,
  )

  return {
    address: said?.address?.replace(/\s*\n\s*/g, ', ') ?? new URL(origin).host,
    date: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(now),
    email: supportEmail ?? `${new URL(origin).host}/about`,
    school: said?.legalName ?? name,
  }
}

const pageOf = ({ slug, lines, note, title }: StartingText, tenant: string) => ({
  slug,
  _status: 'draft',
  layout: [
    {
      blockType: 'richText',
      content: richText(`# ${title}`, `${note.heading}: ${note.text}`, ...lines),
    },
  ],
  tenant,
  title,
})
