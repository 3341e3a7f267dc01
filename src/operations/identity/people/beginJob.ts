import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { BulkWork, Mapping } from '@/domain/identity/people/job'
import type { PeopleFilter } from '@/domain/identity/people/query'

import { row, rows } from '@/database/transaction'
import { guessMapping, MOST_LINES } from '@/domain/identity/people/job'
import { announce } from '@hooks/events/announce'

import type { Actor } from './changeStatus'

import { peopleWhere } from './list'

/** Whom work is about: all that a filter names at this moment, or those that were picked. */
export type Whom = { filter: PeopleFilter } | { ids: readonly string[] }

type Given = { actor: Actor; key: string; req: PayloadRequest; tenant: string }

/** The id of a piece of work, and whether it is new: sent again under the same key it is the one begun before. */
const open = async (
  { actor, key, req, tenant }: Given,
  kind: 'bulk' | 'import',
  { columns, mapping, work }: { columns: string[]; mapping: Mapping; work: BulkWork | null },
): Promise<{ id: string; isNew: boolean }> => {
  const made = await row<{ id: string }>(
    req,
    sql`insert into people_jobs (id, tenant_id, kind, state, key, work, columns, mapping, author_id)
        values (uuidv7(), ${tenant}, ${kind}, ${kind === 'bulk' ? 'running' : 'draft'}, ${`${actor.id}:${key}`},
          ${work && JSON.stringify(work)}::jsonb, ${JSON.stringify(columns)}::jsonb, ${JSON.stringify(mapping)}::jsonb,
          (select u.id from users u where u.id = ${actor.id} and u.tenant_id = ${tenant}))
        on conflict (tenant_id, key) do nothing returning id`,
  )
  if (made) {
    return { id: made.id, isNew: true }
  }
  const known = await row<{ id: string }>(
    req,
    sql`select id from people_jobs where tenant_id = ${tenant} and key = ${`${actor.id}:${key}`}`,
  )

  return { id: known?.id ?? '', isNew: false }
}

/** Begins work on many people, in the caller's transaction, and answers its id. Whom it is about is settled now. */
export const beginBulk = async ({
  whom,
  work,
  ...given
}: Given & { whom: Whom; work: BulkWork }): Promise<string> => {
  const { req, tenant } = given
  const { id, isNew } = await open(given, 'bulk', { columns: [], mapping: [], work })
  if (isNew) {
    const which =
      'ids' in whom
        ? sql`u.tenant_id = ${tenant} and u.status <> 'erased' and u.id::text in (select jsonb_array_elements_text(${JSON.stringify(whom.ids)}::jsonb))`
        : peopleWhere(whom.filter, tenant)
    await rows(
      req,
      sql`insert into people_lines (id, tenant_id, job_id, position, account, email, result)
          select uuidv7(), ${tenant}, ${id}, row_number() over (order by u.id), u.id::text, u.email, 'waiting'
          from (select u.id, u.email from users u where ${which} order by u.id limit ${MOST_LINES}) u`,
    )
    await announce({ data: { job: id, turn: 0 }, fact: 'peopleJob.begun', req, tenant })
  }

  return id
}

/** Keeps a file of people, line by line, for what comes next; in the caller's transaction. Answers the id of the work. */
export const beginImport = async ({
  table: [columns = [], ...lines],
  ...given
}: Given & { table: string[][] }): Promise<string> => {
  const { req, tenant } = given
  const mapping = guessMapping(columns)
  const { id, isNew } = await open(given, 'import', { columns, mapping, work: null })
  if (isNew) {
    await rows(
      req,
      sql`insert into people_lines (id, tenant_id, job_id, position, cells, result)
          select uuidv7(), ${tenant}, ${id}, t.at, t.cells, 'waiting'
          from jsonb_array_elements(${JSON.stringify(lines)}::jsonb) with ordinality as t (cells, at)`,
    )
  }

  return id
}

/**
 * Has a file checked, or brought in, by a mapping of its columns; in the caller's transaction. False where the work is under
 * way, over, or not the school's.
 */
export const startImport = async ({
  id,
  invites,
  isDry,
  mapping,
  req,
  tenant,
}: Pick<Given, 'req' | 'tenant'> & {
  id: string
  invites: boolean
  isDry: boolean
  mapping: Mapping
}): Promise<boolean> => {
  const started = await row<{ turn: number }>(
    req,
    sql`update people_jobs set state = ${isDry ? 'checking' : 'running'}, mapping = ${JSON.stringify(mapping)}::jsonb,
          invites = ${invites}, turn = coalesce(turn, 0) + 1, updated_at = now()
        where id = ${id} and kind = 'import' and state in ('draft', 'checked') returning turn::int as turn`,
  )
  if (started) {
    await rows(
      req,
      sql`update people_lines set result = 'waiting', reason = null where job_id = ${id} and result <> 'waiting'`,
    )
    await announce({ data: { job: id, turn: started.turn }, fact: 'peopleJob.begun', req, tenant })
  }

  return Boolean(started)
}
