import { sql } from '@payloadcms/db-postgres'

import type { TransferKind } from '@/domain/catalog/transfer/job'

import { storage } from '@/adapters/storage'
import { inTransaction, row, rows } from '@/database/transaction'
import { MOST_ATTEMPTS } from '@/domain/catalog/transfer/job'
import { slugFrom } from '@/domain/catalog/slugs'

import type { Reason } from '@/domain/catalog/transfer/report'
import type { Item, Place } from './settle'

import { writeBundles } from './bundles'
import { cloneCourse } from './clone'
import { exportCourse } from './exportCourse'
import { dropMedia } from './importMedia'
import { importCourse } from './importCourse'
import { courseKey } from './keys'
import { reasonOf } from './refused'
import { settle } from './settle'

/** Counts an attempt at what waits at a place; undefined where nothing does any more. */
const tryItem = ({ place, req, transfer }: Place): Promise<Item | undefined> =>
  row<Item>(
    req,
    sql`update course_transfer_items i set attempts = i.attempts + 1
        from course_transfers t
        where t.id = i.transfer_id and i.transfer_id = ${transfer} and i.place = ${place} and i.status = 'waiting'
        returning i.id, i.source, i.title, i.options, i.attempts::int as attempts, t.kind::text as kind, t.size::float8 as size,
          t.asked_by_id as "askedBy"`,
  )

const WORK: Record<TransferKind, (given: Place, item: Item) => Promise<void>> = {
  clone: cloneCourse,
  export: (given, item) => exportOne(given, item),
  import: importCourse,
}

/**
 * Does the course at a place of a transfer, and lets the worker go on with the next; behind the last, it puts together
 * what there is to fetch. Each course is all there or not at all, and done once, however often this runs or is cut
 * short: what was done is passed over, what was begun is begun again. Runs outside a transaction.
 */
export const reachPlace = async (given: Place): Promise<void> => {
  const item = await tryItem(given)
  if (!item) {
    await finish(given)

    return
  }
  try {
    if (item.attempts > MOST_ATTEMPTS) {
      await refuseItem(given, item, { code: 'failed' })
    } else {
      await WORK[item.kind](given, item)
    }
  } catch (error) {
    const reason = reasonOf(error)
    if (!reason) {
      throw error
    }
    await refuseItem(given, item, reason)
  }
}

const exportOne = async (given: Place, item: Item): Promise<void> => {
  const { place, req, tenant, transfer } = given
  const key = courseKey({ place, tenant, transfer })
  const size = await exportCourse({ course: item.source, key, req, tenant })
  const name = `${String(place + 1).padStart(3, '0')}-${slugFrom(item.title) || 'course'}.zip`
  const file = { name, key, size, title: item.title }
  await inTransaction(req, () =>
    settle(given, item, sql`file = ${JSON.stringify(file)}::jsonb, status = 'done'`),
  )
}

const refuseItem = (given: Place, item: Item, reason: Reason): Promise<void> =>
  inTransaction(given.req, async () => {
    const isMine = await settle(
      given,
      item,
      sql`reason = ${JSON.stringify(reason)}::jsonb, status = 'refused'`,
    )
    if (isMine && item.kind === 'import') {
      await dropMedia(given.req, item.id)
    }
  })

type Ending = { kind: TransferKind; left: number }

/** Ends a transfer once nothing of it waits: what was exported is put together, what was uploaded is dropped. */
const finish = async ({ req, tenant, transfer }: Place): Promise<void> => {
  const ending = await row<Ending>(
    req,
    sql`select t.kind::text as kind, (select count(*)::int from course_transfer_items i
            where i.transfer_id = t.id and i.status = 'waiting') as left
        from course_transfers t where t.id = ${transfer} and t.status = 'working'`,
  )
  if (ending?.left !== 0) {
    return
  }
  const files = ending.kind === 'export' ? await writeBundles({ req, tenant, transfer }) : []
  await rows(
    req,
    sql`update course_transfers set status = 'done', files = ${JSON.stringify(files)}::jsonb, updated_at = now()
        where id = ${transfer} and status = 'working'`,
  )
  const done = ending.kind === 'export' ? 'courses' : 'parts'
  await storage().deleteFolder(`${tenant}/transfers/${transfer}/${done}`)
}
