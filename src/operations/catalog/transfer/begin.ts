import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { TransferKind, TransferState } from '@/domain/catalog/transfer/job'

import { row, rows } from '@/database/transaction'
import { KEPT_FOR, MOST_COURSES } from '@/domain/catalog/transfer/job'
import { announce } from '@hooks/events/announce'

type Given = { asker: string; key: string; req: PayloadRequest; tenant: string }

/** A transfer that was begun; one that was begun under the same key before is answered as it is. */
export type Begun = { id: string; isNew: boolean }

/** Writes a transfer down, once for its key. Runs in the caller's transaction. */
export const beginTransfer = async ({
  name = null,
  asker,
  key,
  kind,
  now = new Date(),
  req,
  size = null,
  status,
  tenant,
}: Given & {
  kind: TransferKind
  name?: null | string
  now?: Date
  size?: null | number
  status: TransferState
}): Promise<Begun> => {
  const made = await row<{ id: string }>(
    req,
    sql`insert into course_transfers (id, tenant_id, kind, status, asked_by_id, key, name, size, expires_at)
        values (uuidv7(), ${tenant}, ${kind}::enum_course_transfers_kind, ${status}::enum_course_transfers_status,
          (select id from users where id = ${asker} and tenant_id = ${tenant}), ${key}, ${name}, ${size},
          ${new Date(now.getTime() + KEPT_FOR).toISOString()})
        on conflict (tenant_id, key) do nothing returning id`,
  )
  const known =
    made ??
    (await row<{ id: string }>(
      req,
      sql`select id from course_transfers where tenant_id = ${tenant} and key = ${key}`,
    ))
  if (!known) {
    throw new Error('A transfer vanished while it was begun.')
  }

  return { id: known.id, isNew: Boolean(made) }
}

/** Where one course of a transfer comes from. */
export type ItemSource = { options?: object; source: string; title: string }

/** Writes down the courses of a transfer in their order, and lets the worker begin. Runs in the caller's transaction. */
export const addItems = async ({
  items,
  req,
  tenant,
  transfer,
}: {
  items: readonly ItemSource[]
  req: PayloadRequest
  tenant: string
  transfer: string
}): Promise<void> => {
  const listed = items.map((item, place) => ({ ...item, place }))
  await rows(
    req,
    sql`insert into course_transfer_items (id, tenant_id, transfer_id, place, source, title, options)
        select uuidv7(), ${tenant}, ${transfer}, i.place, i.source, i.title, i.options
        from jsonb_to_recordset(${JSON.stringify(listed)}::jsonb) as i(place int, source text, title text, options jsonb)`,
  )
  await announce({ data: { place: 0, transfer }, fact: 'transfer.reached', req, tenant })
}

/**
 * Begins to export courses that the asker may change: those named, or all. Null where one of them is not there, `tooMany` beyond `MOST_COURSES`. Once for
 * its key. Runs in the caller's transaction.
 */
export const beginExport = async ({
  courses,
  ...given
}: Given & { courses: 'all' | readonly string[] }): Promise<'tooMany' | Begun | null> => {
  const { req, tenant } = given
  const wanted = courses === 'all' ? null : [...new Set(courses)]
  const found = await rows<ItemSource>(
    req,
    sql`select c.id as source, coalesce(v.version_title, c.title, '') as title
        from courses c left join _courses_v v on v.parent_id = c.id and v.latest
        where c.tenant_id = ${tenant} and c.deleted_at is null
          and (${wanted === null} or c.id = any(${sql.param(wanted ?? [])}::uuid[]))
        order by title, c.id limit ${MOST_COURSES + 1}`,
  )
  if (found.length === 0 || (wanted && found.length < wanted.length)) {
    return null
  }
  if (found.length > MOST_COURSES) {
    return 'tooMany'
  }
  const begun = await beginTransfer({ ...given, kind: 'export', status: 'working' })
  if (begun.isNew) {
    await addItems({ items: found, req, tenant, transfer: begun.id })
  }

  return begun
}
