import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '@/domain/tenancy/locales'

import { rows } from '@/database/transaction'

/** A category as pages show it; `names` by the reader's language, where it has one of its own. */
export type Category = {
  description: null | string
  id: string
  name: string
  names: Partial<Record<Locale, string>>
  parent: null | string
  slug: string
}

/** All categories of a school in its order, those of one parent together; one statement. */
export const categoryTree = (req: PayloadRequest): Promise<Category[]> =>
  rows<Category>(
    req,
    sql`select k.id, k.slug, k.name, nullif(trim(k.description), '') as description, k.parent_id as parent,
          json_strip_nulls(json_build_object('en', nullif(trim(k.translations_en), ''),
            'he', nullif(trim(k.translations_he), ''), 'ru', nullif(trim(k.translations_ru), ''))) as names
        from categories k order by k.position, k.name, k.id`,
  )

/** What a category is called for a reader. */
export const categoryName = ({ name, names }: Category, locale: Locale): string =>
  names[locale] ?? name
