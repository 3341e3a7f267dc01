import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

import { publicAddress } from './publicFiles'

/** An image of a school's brand: where pages show it from, and where its bytes are kept; sizes in pixels. */
export type Mark = { filename: string; height: number; id: string; url: string; width: number }

/** The marks of a school; null where it has none, or where the image is not public. */
export type Marks = { icon: Mark | null; logo: Mark | null; logoDark: Mark | null }

const markOf = (column: SQL): SQL =>
  sql`(select json_build_object('id', m.id, 'filename', m.filename, 'url', ${publicAddress(sql`m.url`)}, 'width', m.width, 'height', m.height)
    from media m where m.id = ${column} and m.tenant_id = t.id and m.is_public and m.width > 0 and m.height > 0)`

/** The marks of the school `t`, as JSON in the shape of `Marks`. */
export const markColumns =
  (): SQL => sql`json_build_object('icon', ${markOf(sql`t.settings_icon_id`)},
  'logo', ${markOf(sql`t.settings_logo_id`)}, 'logoDark', ${markOf(sql`t.settings_logo_dark_id`)})`
