import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Translatable } from '@/domain/translation/kinds'
import type { Texts } from '@/domain/translation/texts'

import { rows } from '@/database/transaction'
import { translated } from '@/domain/translation/texts'

import { languageOf } from './reading'
import { columnOf } from './store'

type Translate = <Doc extends object>(collection: Translatable, id: string, doc: Doc) => Doc

/**
 * Puts documents into the language of whoever asks, text by text: one statement for all that `ids`
 * names, and none where they are read as they were written.
 */
export const translator = async (
  req: PayloadRequest,
  ids: Partial<Record<Translatable, readonly string[]>>,
): Promise<Translate> => {
  const language = await languageOf(req)
  const named = Object.entries(ids) as [Translatable, readonly string[]][]
  if (language === null || named.every(([, some]) => some.length === 0)) {
    return (_, __, doc) => doc
  }
  const parts = named.map(
    ([collection, some]): SQL =>
      sql`select ${columnOf(collection)} as subject, texts from translations
          where ${columnOf(collection)} = any(${sql.param([...some])}::uuid[]) and locale::text = ${language}`,
  )
  const found = await rows<{ subject: string; texts: Texts }>(
    req,
    sql.join(parts, sql` union all `),
  )
  const texts = new Map(found.map((one) => [one.subject, one.texts]))

  return (collection, id, doc) => {
    const said = texts.get(id)

    return said ? translated(collection, doc, said) : doc
  }
}
