import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'

/** A file under way; `sent` is how much of it came to this machine, and 0 where it goes to the bucket itself. */
export type Arrival = {
  account: string
  announced: null | string
  detail: null | string
  filename: string
  filesize: number
  folder: null | string
  id: string
  key: string
  media: null | { filename: string; id: string; mimeType: string }
  mimeType: null | string
  multipart: null | string
  reason: null | string
  sent: number
  state: 'done' | 'finishing' | 'open' | 'quarantined' | 'refused'
  tenant: string
}

const ARRIVAL = sql`i.id, i.tenant_id as tenant, i.account_id as account, i.filename, i.filesize::float8 as filesize, i.folder_id as folder,
  i.state, i.reason, i.detail, i.object_key as key, i.multipart, i.sent::float8 as sent, i.announced, i.mime_type as "mimeType",
  (select json_build_object('id', m.id, 'filename', m.filename, 'mimeType', m.mime_type) from media m where m.id = i.id) as media`

/** How long an upload is kept for its sender to come back, from the last that was heard of it. */
const KEPT_FOR = sql`interval '3 days'`

export const KEPT_UNTIL = sql`now() + ${KEPT_FOR}`

/** A file under way; `account` asks for their own alone. */
export const arrivalOf = async ({
  id,
  account,
  req,
}: {
  account?: string
  id: string
  req: PayloadRequest
}): Promise<Arrival | null> =>
  (await row<Arrival>(
    req,
    sql`select ${ARRIVAL} from incoming_files i
        where i.id = ${id}::uuid ${account ? sql`and i.account_id = ${account}::uuid` : sql``}`,
  )) ?? null

/** What somebody has under way, the newest first. */
export const ownArrivals = ({
  account,
  req,
}: {
  account: string
  req: PayloadRequest
}): Promise<Arrival[]> =>
  rows<Arrival>(
    req,
    sql`select ${ARRIVAL} from incoming_files i
        where i.account_id = ${account}::uuid and i.state in ('open', 'finishing') order by i.id desc limit 200`,
  )

/** The upload of the same file that somebody has under way. */
export const sameArrival = async ({
  account,
  fingerprint,
  req,
}: {
  account: string
  fingerprint: string
  req: PayloadRequest
}): Promise<Arrival | null> =>
  (await row<Arrival>(
    req,
    sql`select ${ARRIVAL} from incoming_files i where i.account_id = ${account}::uuid and i.fingerprint = ${fingerprint} and i.state = 'open'`,
  )) ?? null
