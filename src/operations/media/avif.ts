import { createHash } from 'node:crypto'

import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { Avif, AvifSource } from '@/domain/media/avif'

import { drawAvif } from '@/adapters/images/avif'
import { storage } from '@/adapters/storage'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction, row } from '@/database/transaction'
import { avifName, isSmaller } from '@/domain/media/avif'
import { mediaFolder, mediaKey } from '@/domain/media/keys'
import { announce } from '@hooks/events/announce'

import { imageAt } from './imageAt'

type Given = { id: string; req: PayloadRequest; tenant: string }

type Image = {
  avif: Avif | null
  changedAt: string
  filename: string
  /** What there is of it in other kinds. */
  known: Pick<AvifSource, 'filesize' | 'width'>[]
}

const imageOf = ({ id, req }: Given): Promise<Image | undefined> =>
  row<Image>(
    req,
    sql`select m.filename, m.avif, m.updated_at::text as "changedAt", (select coalesce(json_agg(k), '[]'::json) from (values
            (m.width::float8, m.filesize::float8), (m.sizes_small_width::float8, m.sizes_small_filesize::float8),
            (m.sizes_medium_width::float8, m.sizes_medium_filesize::float8),
            (m.sizes_large_width::float8, m.sizes_large_filesize::float8)) k (width, filesize)
          where k.width is not null) as known
        from media m where m.id = ${id} and m.mime_type like 'image/%'`,
  )

/**
 * Makes the sizes of an image in AVIF, where they are not made of its present file already, and shows them from
 * then on. Encoding takes seconds: call it in the worker, outside a transaction. Twice, or twice at once,
 * it leaves the same files; what is no longer the row's file is not shown.
 */
export const makeAvif = async (given: Given): Promise<void> => {
  const { id, tenant } = given
  const image = await imageOf(given)
  if (!image) {
    return
  }
  const key = mediaKey({ id, filename: image.filename, tenant })
  const of = (await storage().head(key))?.etag ?? null
  if (image.avif && image.avif.of === of) {
    return
  }
  const sources = of === null ? [] : await sourcesOf(given, image, key)
  await keep(given, image, { of, sources })
}

const sourcesOf = async (
  { id, tenant }: Given,
  { known }: Image,
  key: string,
): Promise<AvifSource[]> => {
  const bytes = await imageAt(key)
  const drawn = bytes && (await drawAvif(bytes))
  if (!drawn) {
    return []
  }
  const digest = createHash('sha256').update(bytes).digest('hex')
  const made = drawn.map(({ data, width }) => ({
    data,
    source: { filename: avifName({ id, digest, width }), filesize: data.length, width },
  }))
  const sources = made.map(({ source }) => source)
  if (!isSmaller(sources, known)) {
    return []
  }
  for (const { data, source } of made) {
    await storage().put({
      body: data,
      contentType: 'image/avif',
      key: mediaKey({ id, filename: source.filename, tenant }),
    })
  }

  return sources
}

/**
 * Writes down what was made, and pages that show it are made anew. A row that changed meanwhile says so itself, and
 * is looked at again; the files of one that is gone go too.
 */
const keep = ({ id, req, tenant }: Given, { changedAt }: Image, avif: Avif): Promise<void> =>
  inTransaction(req, async () => {
    const kept = await row(
      req,
      sql`update media set avif = ${JSON.stringify(avif)}::jsonb
          where id = ${id} and updated_at = ${changedAt}::timestamptz returning id`,
    )
    if (kept && avif.sources.length > 0) {
      await announce({ data: { id, collection: 'media' }, fact: 'content.changed', req, tenant })
    }
    if (!kept && !(await row(req, sql`select 1 from media where id = ${id}`))) {
      await storage().deleteFolder(mediaFolder({ id, tenant }))
    }
  })

/** Images looked at in one round; the rest waits for the next. */
const AT_ONCE = 50

/** Makes the sizes in AVIF of images that have none yet, whenever they were uploaded. One that fails waits for the next round. */
export const makeMissingAvif = async (payload: Payload): Promise<void> => {
  const { rows: waiting } = await systemPool().query<{ id: string; tenant: string }>(
    `select id, tenant_id as tenant from media where mime_type like 'image/%' and avif is null
     order by id desc limit ${AT_ONCE}`,
  )
  for (const { id, tenant } of waiting) {
    const req = await createLocalReq({}, payload)
    await asTenant(tenant, () => makeAvif({ id, req, tenant })).catch((error: unknown) => {
      payload.logger.warn({ err: error, media: id }, 'An image waits for its sizes in AVIF.')
    })
  }
}
