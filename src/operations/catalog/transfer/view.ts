import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { TransferReport, TransferSummary } from '@/domain/catalog/transfer/report'

import { row, rows } from '@/database/transaction'
import { signedParts, signParts } from '@/operations/identity/signedParts'

import type { ResultFile } from './bundles'

/** How long a link to a file opens it, in ms. */
const OPEN_FOR = 15 * 60_000

const SUMMARY = sql`t.id, t.kind::text as kind, t.status::text as status, t.name, to_json(t.created_at) #>> '{}' as "createdAt",
  (select count(*)::int from course_transfer_items i where i.transfer_id = t.id) as total,
  (select count(*)::int from course_transfer_items i where i.transfer_id = t.id and i.status = 'done') as done,
  (select count(*)::int from course_transfer_items i where i.transfer_id = t.id and i.status = 'refused') as refused`

/** How many are listed. */
const LATEST = 10

/** The latest transfers of the school that are still kept, newest first. */
export const latestTransfers = ({ req }: { req: PayloadRequest }): Promise<TransferSummary[]> =>
  rows<TransferSummary>(
    req,
    sql`select ${SUMMARY} from course_transfers t
        where t.expires_at > now() and t.status <> 'uploading' order by t.created_at desc, t.id desc limit ${LATEST}`,
  )

const purposeOf = (tenant: string): string => `courseTransfers:${tenant}`

/** One transfer with its report; null where there is none, or it is forgotten. */
export const transferReport = async ({
  now = new Date(),
  req,
  tenant,
  transfer,
}: {
  now?: Date
  req: PayloadRequest
  tenant: string
  transfer: string
}): Promise<null | TransferReport> => {
  const found = await row<
    Omit<TransferReport, 'files' | 'items'> & {
      files: null | ResultFile[]
      items: TransferReport['items']
    }
  >(
    req,
    sql`select ${SUMMARY}, t.reason, t.files, to_json(t.expires_at) #>> '{}' as "expiresAt",
          (select coalesce(json_agg(json_build_object('made', i.made, 'missing', coalesce(i.missing, '[]'::jsonb), 'reason', i.reason, 'status', i.status, 'title', i.title)
              order by i.place), '[]'::json) from course_transfer_items i where i.transfer_id = t.id) as items
        from course_transfers t where t.id = ${transfer} and t.expires_at > ${now.toISOString()}`,
  )
  const until = String(now.getTime() + OPEN_FOR)

  return found
    ? {
        ...found,
        files: (found.files ?? []).map(({ name, size }, at) => ({
          name,
          size,
          url: `/api/transfers/files/${signParts([found.id, String(at), until], purposeOf(tenant))}`,
        })),
      }
    : null
}

/** The file that a signed link means; null where it was not signed here, or its time or that of the file is over. */
export const fileOfLink = async ({
  now = new Date(),
  req,
  tenant,
  token,
}: {
  now?: Date
  req: PayloadRequest
  tenant: string
  token: string
}): Promise<null | ResultFile> => {
  const parts = signedParts({ count: 3, purpose: purposeOf(tenant), token })
  const [transfer, at, until] = parts ?? []
  if (!transfer || !(Number(until) > now.getTime())) {
    return null
  }
  const found = await row<{ files: null | ResultFile[] }>(
    req,
    sql`select files from course_transfers where id = ${transfer} and expires_at > ${now.toISOString()}`,
  )

  return found?.files?.[Number(at)] ?? null
}
