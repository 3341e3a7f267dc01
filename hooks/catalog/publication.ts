import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { verdictOn } from '@/domain/catalog/publication/workflow'
import { MOVES } from '@/operations/catalog/publication/moveCourse'
import { standingOf } from '@/operations/catalog/publication/standing'
import { writeLine } from '@/operations/catalog/publication/writeLine'

import { publicationRefusal } from './refusals'

/** The row of a course, apart from its drafts: `place` is another one whenever it was written. */
type Shelf = { isPublished: boolean; isTrashed: boolean; place: string }

type Standing = NonNullable<Awaited<ReturnType<typeof standingOf>>>

type Before = { shelf: Shelf; standing: null | Standing }

const keyOf = (id: string): string => `course ${id} before`

const shelfOf = (req: PayloadRequest, id: string): Promise<Shelf | undefined> =>
  row<Shelf>(
    req,
    sql`select ctid::text as place, _status is not distinct from 'published' as "isPublished",
          deleted_at is not null as "isTrashed"
        from courses where id::text = ${id} for no key update`,
  )

/** Remembers how a course stood before it is saved, and lets nobody else move it meanwhile. */
export const rememberShelf: CollectionBeforeChangeHook = async ({
  context,
  operation,
  originalDoc,
  req,
}) => {
  const id = (originalDoc as undefined | { id: string })?.id
  if (operation !== 'update' || !id || context[MOVES] === id) {
    return
  }
  const shelf = await shelfOf(req, id)
  if (shelf) {
    context[keyOf(id)] = { shelf, standing: await standingOf({ course: id, req }) } satisfies Before
  }
}

const NEW: Shelf = { isPublished: false, isTrashed: false, place: '' }

/**
 * However a course is saved, what visitors see of it changes only as its stage and the school allow: 403
 * approvalRequired for those who may not publish, 409 wrongStage out of the archive. A step is written down.
 */
export const guardShelf: CollectionAfterChangeHook<{ id: string }> = async ({
  context,
  doc: { id },
  req,
}) => {
  if (context[MOVES] === id) {
    return
  }
  const { shelf: before, standing } = (context[keyOf(id)] as Before | undefined) ?? {
    shelf: NEW,
    standing: null,
  }
  const after = await shelfOf(req, id)
  if (!after || after.place === before.place || !(after.isPublished || before.isPublished)) {
    return
  }
  const stood = standing ?? (await standingBefore(req, id))
  if (!stood) {
    // It was in the trash and stays there.
    return
  }
  const step = after.isPublished ? 'publish' : 'unpublish'
  const verdict = verdictOn(step, stood)
  if ('refused' in verdict) {
    throw publicationRefusal({ code: verdict.refused, req })
  }
  if (after.isTrashed === before.isTrashed && verdict.to !== stood.stage) {
    const { stage: from, tenant } = stood
    await writeLine({ course: id, from, req, step, tenant, to: verdict.to })
  }
}

/** How a course stood that is new, or comes out of the trash as it went in. */
const standingBefore = async (req: PayloadRequest, id: string): Promise<null | Standing> => {
  const now = await standingOf({ course: id, req })

  return now && { ...now, stage: now.stage === 'published' ? 'draft' : now.stage }
}
