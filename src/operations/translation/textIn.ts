import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '@/domain/tenancy/locales'
import type { Translatable } from '@/domain/translation/kinds'

import { columnOf } from './store'

/** A further language of a school; null stands for what it wrote as it wrote it. */
export type Language = Locale | null

type Text = {
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
  { field, of, own }: Text,
): SQL =>
  language === null
    ? own
    : sql`coalesce((select nullif(trim(w.texts -> ${field}::text ->> 'text'), '') from translations w
        where w.${columnOf(collection)} = ${of} and w.locale::text = ${language}::text), ${own})`

/**
 * The same in the language that the row `locale` names, where the school `tenant` writes in it: for
 * statements about many readers at once.
 */
export const textInTheirs = (
  { locale, tenant }: { locale: SQL; tenant: SQL },
  collection: Translatable,
  { field, of, own }: Text,
): SQL => sql`coalesce((select nullif(trim(w.texts -> ${field}::text ->> 'text'), '') from translations w
  join tenants_settings_languages k on k.parent_id = ${tenant} and k.value::text = w.locale::text
  join tenants y on y.id = ${tenant} and y.settings_locale::text <> w.locale::text
  where w.${columnOf(collection)} = ${of} and w.locale::text = ${locale}::text), ${own})`

/** All texts of a document in a language (`Texts`), as a value of a statement; null where there are none. */
export const textsIn = (language: Language, collection: Translatable, of: SQL): SQL =>
  language === null
    ? sql`null`
    : sql`(select w.texts from translations w
        where w.${columnOf(collection)} = ${of} and w.locale::text = ${language}::text)`
