import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { idOf } from '@/domain/ids'
import { announce } from '@hooks/events/announce'

type Row = { _status?: null | string; id: string; tenant?: string | { id: string } }

const schoolOf = (collection: string, row: Row): string =>
  collection === 'tenants' ? row.id : idOf(row.tenant ?? '')

/**
 * Announces that something visitors may see is different now, so that cached pages showing it are
 * made anew after the commit. A draft changes nothing they see: not one that was never published, nor
 * one kept beside the published row; taking a published row back does.
 */
export const contentChanged: CollectionAfterChangeHook<Row> = async ({
  collection: { slug },
  doc,
  previousDoc,
  req,
}) => {
  if (
    doc._status === 'draft' &&
    (previousDoc?._status !== 'published' || (await isPublished({ id: doc.id, slug, req })))
  ) {
    return
  }
  await announce({
    data: { id: doc.id, collection: slug },
    fact: 'content.changed',
    req,
    tenant: schoolOf(slug, doc),
  })
}

/** Whether the row itself, apart from its drafts, is published. */
const isPublished = async ({
  id,
  slug,
  req,
}: {
  id: string
  req: PayloadRequest
  slug: string
}): Promise<boolean> => {
  const found = await row<{ status: string }>(
    req,
    sql`select _status as status from ${sql.identifier(slug.replace(/-/g, '_'))} where id = ${id}`,
  )

  return found?.status === 'published'
}

/** The same for what is gone. */
export const contentDeleted: CollectionAfterDeleteHook<Row> = async ({
  collection: { slug },
  doc,
  req,
}) => {
  await announce({
    data: { id: doc.id, collection: slug },
    fact: 'content.changed',
    req,
    tenant: schoolOf(slug, doc),
  })
}
