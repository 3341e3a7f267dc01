import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { tenantOfHost } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { row } from '@/database/transaction'
import { rowOfAvif } from '@/domain/media/avif'

/** A public file by its name; `updatedAt` tells its version. */
export type PublicFile = { id: string; tenant: string; updatedAt: Date }

/**
 * A public file of a school that is named by id, as the platform's own host serves it to a CDN; null on any other host, and where
 * the school shows no such file to everybody.
 */
export const publicFileOf = async ({
  filename,
  req,
  tenant,
}: {
  filename: string
  req: PayloadRequest
  tenant: string
}): Promise<null | PublicFile> => {
  const host = await tenantOfHost(req.headers.get('host') ?? '')
  if (host?.kind !== 'platform') {
    return null
  }
  const found = await asTenant(tenant, () =>
    row<PublicFile>(
      req,
      sql`select id, tenant_id as tenant, updated_at as "updatedAt" from media
          where tenant_id::text = ${tenant} and is_public and (id = ${rowOfAvif(filename)}::uuid or ${filename} in
            (filename, sizes_small_filename, sizes_medium_filename, sizes_large_filename))`,
    ),
  )

  return found ?? null
}
