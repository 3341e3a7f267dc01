import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

import type { Language } from '@/operations/translation/textIn'

import { publicAddress } from '@/operations/tenancy/publicFiles'
import { textIn } from '@/operations/translation/textIn'

/** What the file `m` shows, in words of a language. */
export const altColumn = (language: Language): SQL =>
  textIn(language, 'media', { field: 'alt', of: sql`m.id`, own: sql`m.alt` })

/** A public image `m` as JSON in the shape of `ImageFile`, described in a language; null where there is none. */
export const pictureColumn = (
  language: Language,
): SQL => sql`case when m.is_public then json_build_object(
  'alt', ${altColumn(language)}, 'avif', m.avif, 'url', ${publicAddress(sql`m.url`)}, 'width', m.width, 'height', m.height,
  'sizes', json_build_object(
    'small', json_build_object('url', ${publicAddress(sql`m.sizes_small_url`)}, 'width', m.sizes_small_width),
    'medium', json_build_object('url', ${publicAddress(sql`m.sizes_medium_url`)}, 'width', m.sizes_medium_width),
    'large', json_build_object('url', ${publicAddress(sql`m.sizes_large_url`)}, 'width', m.sizes_large_width))) end`
