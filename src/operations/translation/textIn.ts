import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '@/domain/tenancy/locales'
import type { Translatable } from '@/domain/translation/kinds'

import { columnOf } from './store'

/** A further language of a school; null stands for what it wrote as it wrote it. */
export type Language = Locale | null

type Text = {
  /** What the document said in further languages when it was kept, by language; null where it is the document as it stands. */
  kept?: SQL
  /** The field, or the whole key of a text that stands in a row: `certifications.<id>.title`. */
  field: SQL | string
  /** Id of the document. */
  of: SQL
  /** The text as it was written. */
  own: SQL
}

/** A text of a document in a language, as a value of a statement; as it was written where nobody translated it. */
export const textIn = (
  language: Language,
  collection: Translatable,
  { field, kept, of, own }: Text,
): SQL => {
  if (language === null) {
    return own
  }
  const now = sql`(select nullif(trim(w.texts -> ${field}::text ->> 'text'), '') from translations w
        where w.${columnOf(collection)} = ${of} and w.locale::text = ${language}::text)`
  const then =
    kept && sql`nullif(trim(${kept} -> ${language}::text -> ${field}::text ->> 'text'), '')`

  return sql`coalesce(${then ? sql`case when ${kept} is null then ${now} else ${then} end` : now}, ${own})`
}

/**
 * The same in the language that the row `locale` names, where the school `tenant` writes in it: for
 * statements about many readers at once.
 */
export const textInTheirs = (
  { locale, tenant }: { locale: SQL; tenant: SQL },
  collection: Translatable,
  { field, kept, of, own }: Text,
): SQL => {
  const said = (
    texts: SQL,
  ) => sql`(select nullif(trim(said.texts -> ${field}::text ->> 'text'), '') from (select ${texts}) said (texts)
  join tenants_settings_languages k on k.parent_id = ${tenant} and k.value::text = ${locale}::text
  join tenants y on y.id = ${tenant} and y.settings_locale::text <> ${locale}::text)`
  const now = said(sql`(select w.texts from translations w
    where w.${columnOf(collection)} = ${of} and w.locale::text = ${locale}::text)`)
  const then = kept && said(sql`${kept} -> ${locale}::text`)

  return sql`coalesce(${then ? sql`case when ${kept} is null then ${now} else ${then} end` : now}, ${own})`
}

/** All texts of a document in a language (`Texts`), as a value of a statement; null where there are none. */
export const textsIn = (
  language: Language,
  collection: Translatable,
  { kept, of }: Pick<Text, 'kept' | 'of'>,
): SQL => {
  if (language === null) {
    return sql`null`
  }
  const now = sql`(select w.texts from translations w
        where w.${columnOf(collection)} = ${of} and w.locale::text = ${language}::text)`

  return kept
    ? sql`case when ${kept} is null then ${now} else ${kept} -> ${language}::text end`
    : now
}
