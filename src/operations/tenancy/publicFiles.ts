import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

import { env } from '@/env'

/** Where browsers fetch public files: the CDN, or '' for the page's own host. */
export const mediaOrigin = (): string => env().CDN_URL ?? ''

/** `publicUrl` of a file of the row `m`, by the column of its address. */
export const publicAddress = (url: SQL): SQL =>
  sql`${mediaOrigin()} || substring(${url} from '/api/media/file/[^?]+') || '?prefix=' || m.tenant_id
    || '&v=' || round(extract(epoch from m.updated_at) * 1000)::bigint`
