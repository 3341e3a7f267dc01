import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

import { publicAddress } from '@/operations/tenancy/publicFiles'

/** A public image `m` as JSON in the shape of `ImageFile`; null where there is none. */
export const pictureColumn = (): SQL => sql`case when m.is_public then json_build_object(
  'alt', m.alt, 'url', ${publicAddress(sql`m.url`)}, 'width', m.width, 'height', m.height,
  'sizes', json_build_object(
    'small', json_build_object('url', ${publicAddress(sql`m.sizes_small_url`)}, 'width', m.sizes_small_width),
    'medium', json_build_object('url', ${publicAddress(sql`m.sizes_medium_url`)}, 'width', m.sizes_medium_width),
    'large', json_build_object('url', ${publicAddress(sql`m.sizes_large_url`)}, 'width', m.sizes_large_width))) end`
