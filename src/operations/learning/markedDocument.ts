import type { PayloadRequest } from 'payload'

import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { sql } from '@payloadcms/db-postgres'

import { stampPdf, type Marked } from '@/adapters/pdf/stamp'
import { storage } from '@/adapters/storage'
import { dispositionOf } from '@/adapters/storage/rangeResponse'
import { row } from '@/database/transaction'
import { mediaKey } from '@/domain/media/keys'
import { codeOf } from '@/domain/media/streams'

import type { Asker } from './asker'

/** A larger document is given as it is, in bytes: marking holds all of it in memory, several times. */
const LARGEST = 100 * 1024 * 1024

type Asked = {
  asker: Asker
  /** Whether a browser is to keep it rather than show it. */
  isDownload?: boolean
  lesson: string
  media: { filename: string; id: string; tenant: string }
  req: PayloadRequest
}

/** Whose copy it is, under the one code of that account and document; null in a school that marks none. */
const copyOf = ({
  account,
  lesson,
  media,
  req,
}: Pick<Asked, 'lesson' | 'media' | 'req'> & { account: string }) =>
  row<Marked>(
    req,
    sql`with copy as (
          insert into document_copies (id, tenant_id, account_id, lesson_id, document, code)
          select uuidv7(), t.id, ${account}::uuid, ${lesson}::uuid, ${media.id}, ${codeOf(randomBytes(8))} from tenants t
          where t.id = ${media.tenant}::uuid and t.settings_playback_documents is true
          on conflict (tenant_id, account_id, document) do update set updated_at = now() returning code)
        select c.code, u.email as address, coalesce(nullif(trim(u.name), ''), u.email) as name
        from copy c join users u on u.id = ${account}::uuid`,
  )

/**
 * A PDF of a lesson with its learner's name, address and code at the foot of each page, in a school that marks documents.
 * Null for what is given as it is: to authors and visitors, elsewhere, anything but a PDF, and one that is locked by a password,
 * damaged or too large. It is made for each who asks, kept nowhere, and not sent by ranges. Throws StampBusy.
 */
export const markedDocument = async ({
  asker: { isAuthor, learner },
  isDownload,
  lesson,
  media,
  req,
}: Asked): Promise<null | Response> => {
  if (isAuthor || !learner || !media.filename.endsWith('.pdf')) {
    return null
  }
  const key = mediaKey(media)
  const head = await storage().head(key)
  const marked =
    head && head.size <= LARGEST ? await copyOf({ account: learner, lesson, media, req }) : null
  if (!head || !marked) {
    return null
  }
  const etag = `${head.etag.slice(0, -1)}-${marked.code}"`
  const headers = new Headers({
    'Accept-Ranges': 'none',
    'Cache-Control': 'private, no-cache',
    'Content-Disposition': dispositionOf(media.filename, head.contentType, isDownload),
    'Content-Type': head.contentType,
    ETag: etag,
    'X-Content-Type-Options': 'nosniff',
  })
  if (req.headers.get('if-none-match') === etag) {
    return new Response(null, { headers, status: 304 })
  }
  if (req.method === 'HEAD') {
    return new Response(null, { headers })
  }
  const found = await storage().get({ key })
  const made = found && (await stampPdf({ bytes: await buffer(found.stream), marked }))
  if (!made) {
    return null
  }
  headers.set('Content-Length', String(made.length))

  return new Response(new Uint8Array(made), { headers })
}
