import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { videoKey } from '@/domain/media/keys'

/** Where something that was made here of a film or a recording is kept; null where nothing was. */
export const madeKey = async ({
  id,
  path,
  req,
}: {
  id: string
  path: 'poster.webp' | 'waveform.json'
  req: PayloadRequest
}): Promise<null | string> => {
  const made = await row<{ run: string; tenant: string }>(
    req,
    sql`select v.run, v.tenant_id as tenant from videos v where v.id = ${id}::uuid and v.run is not null and v.account_id is null`,
  )

  return made ? videoKey({ id, path, ...made }) : null
}
