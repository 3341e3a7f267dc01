import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '@/domain/tenancy/locales'
import type { Translatable } from '@/domain/translation/kinds'
import type { Entry, Texts } from '@/domain/translation/texts'

import { FURTHER_LANGUAGES } from '@/database/languages'
import { row, rows } from '@/database/transaction'
import { SUBJECTS } from '@/domain/translation/subjects'

/** A document that is translated. */
export type Subject = { collection: Translatable; id: string }

/** The column of `translations` that names documents of a collection. */
export const columnOf = (collection: Translatable) => sql.identifier(`${SUBJECTS[collection]}_id`)

/** The languages of a school beside its own, and its own; one statement. */
export const languagesOf = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<{ languages: Locale[]; own: Locale }> => {
  const found = await row<{ languages: Locale[]; own: Locale }>(
    req,
    sql`select t.settings_locale as own, ${sql.raw(FURTHER_LANGUAGES)} as languages
        from tenants t where t.id::text = ${tenant}`,
  )

  return found ?? { languages: [], own: 'en' }
}

/** What there is of documents of one collection, in all languages: one statement. */
export const textsOfAll = ({
  collection,
  ids,
  req,
}: {
  collection: Translatable
  ids: readonly string[]
  req: PayloadRequest
}): Promise<{ locale: Locale; subject: string; texts: Texts }[]> =>
  rows(
    req,
    sql`select ${columnOf(collection)} as subject, locale, texts from translations
        where ${columnOf(collection)} = any(${sql.param([...ids])}::uuid[])`,
  )

type Place = { locale: Locale; req: PayloadRequest; subject: Subject }

/** What there is of one document in one language, held until the transaction ends. */
export const holdTexts = async ({ locale, req, subject }: Place): Promise<Texts> => {
  const found = await row<{ texts: Texts }>(
    req,
    sql`select texts from translations
        where ${columnOf(subject.collection)} = ${subject.id} and locale::text = ${locale} for update`,
  )

  return found?.texts ?? {}
}

/**
 * Lays texts over those that there are, and takes away those under the keys of `dropped`; all others
 * stay as they are, whoever writes them meanwhile. Answers the id of the row and what it holds now.
 */
export const mergeTexts = async ({
  dropped,
  locale,
  req,
  subject: { id, collection },
  tenant,
  texts,
}: Place & {
  dropped: readonly string[]
  tenant: string
  texts: Readonly<Record<string, Entry>>
}): Promise<{ id: string; texts: Texts }> => {
  const written = await row<{ id: string; texts: Texts }>(
    req,
    sql`insert into translations as w (id, tenant_id, ${columnOf(collection)}, locale, texts)
        values (uuidv7(), ${tenant}, ${id}, ${locale}::enum_translations_locale, ${JSON.stringify(texts)}::jsonb)
        on conflict (tenant_id, ${columnOf(collection)}, locale) do update
          set texts = (w.texts - ${sql.param([...dropped])}::text[]) || excluded.texts, updated_at = now()
        returning id, texts`,
  )
  if (!written) {
    throw new Error('A translation vanished while it was written.')
  }

  return written
}
