import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'

import { idOf } from '@/domain/ids'
import { announce } from '@hooks/events/announce'

type Row = { _status?: null | string; id: string; tenant?: string | { id: string } }

const schoolOf = (collection: string, row: Row): string =>
  collection === 'tenants' ? row.id : idOf(row.tenant ?? '')

/**
 * Announces that something visitors may see is different now, so that cached pages showing it are
 * made anew after the commit. A draft saved over a draft changes nothing they see.
 */
export const contentChanged: CollectionAfterChangeHook<Row> = async ({
  collection: { slug },
  doc,
  previousDoc,
  req,
}) => {
  const hidden = doc._status === 'draft' && previousDoc?._status !== 'published'
  if (!hidden) {
    await announce({
      data: { id: doc.id, collection: slug },
      fact: 'content.changed',
      req,
      tenant: schoolOf(slug, doc),
    })
  }
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
