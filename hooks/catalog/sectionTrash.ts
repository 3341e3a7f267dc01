import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { idOf } from '@/domain/ids'
import {
  restoreLessonsOf,
  restoreSectionsOf,
  trashLessonsOf,
} from '@/operations/catalog/curriculum/trash'

import { refusal } from './refusals'

type Row = { deletedAt?: null | string; id: string; tenant: string | { id: string } }

/** The lessons of a section follow it into the trash, and those that went with it come back with it. */
export const lessonsGoAlong: CollectionAfterChangeHook<Row> = async ({ doc, previousDoc, req }) => {
  const work = { req, tenant: idOf(doc.tenant) }
  const [now, before] = [doc.deletedAt ?? null, previousDoc?.deletedAt ?? null]
  if (now && !before) {
    await trashLessonsOf(doc.id, work)
  }
  if (before && !now) {
    await restoreLessonsOf(doc.id, { ...work, at: before })
  }
}

/** A lesson that comes back from the trash brings its section along. */
export const sectionComesAlong: CollectionAfterChangeHook<Row> = async ({
  doc,
  previousDoc,
  req,
}) => {
  if (previousDoc?.deletedAt && !doc.deletedAt) {
    await restoreSectionsOf([doc.id], req)
  }
}

/** 409 sectionHasLessons for a section to be removed for good that has lessons, in the trash or out of it. */
export const keepFilledSection: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const found = await row<{ count: number; title: null | string }>(
    req,
    sql`select s.title, (select count(*)::int from lessons l where l.section_id = s.id) as count
        from sections s where s.id::text = ${String(id)}`,
  )
  if (found && found.count > 0) {
    throw refusal({
      code: 'sectionHasLessons',
      count: found.count,
      req,
      title: found.title ?? '',
    })
  }
}
