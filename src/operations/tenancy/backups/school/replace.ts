import type pg from 'pg'

import { copyIn, copyOut } from '@/database/copy'
import { CHANNELS } from '@/database/notices'

import type { TableDifference } from './difference'
import type { SchoolTable } from './tables'

import type { SchoolProof } from './proof'

import { rowsOf } from './difference'
import { refuseDangling } from './dangling'
import { provenSame } from './proof'
import { fateOf, OF_NOW_IN_SCHOOL, quoted } from './tables'

type Replacement = {
  backup: string
  changes: readonly TableDifference[]
  /** The running database, as its owner. */
  now: pg.ClientBase
  /** Writes down in the same transaction that it is done. */
  settle: (now: pg.ClientBase, proof: SchoolProof) => Promise<unknown>
  tables: readonly SchoolTable[]
  tenant: string
  /** The restored database. */
  then: pg.ClientBase
}

/** Triggers, foreign keys among them, rest for this transaction alone: no table is locked for it, and no other school waits. */
const restTriggers = async (now: pg.ClientBase): Promise<void> => {
  try {
    await now.query('set local session_replication_role = replica')
  } catch {
    throw new Error(
      'The role of DATABASE_URL may not set session_replication_role. A superuser allows it: grant set on parameter session_replication_role to <role>.',
    )
  }
}

/** The school's own row becomes what it was, but for what is of now. */
const replaceSchool = async ({ now, tenant, then }: Replacement): Promise<void> => {
  const { rows } = await now.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = 'public.tenants'::regclass and attnum > 0
       and not attisdropped and attgenerated = '' and attname <> all ($1)`,
    [OF_NOW_IN_SCHOOL],
  )
  const columns = rows.map(({ name }) => quoted(name)).join(', ')
  await now.query('create temporary table school_then (like public.tenants) on commit drop')
  await now.query('alter table school_then alter column id drop not null')
  for (const name of OF_NOW_IN_SCHOOL.filter((one) => one !== 'id')) {
    await now.query(`alter table school_then alter column ${quoted(name)} drop not null`)
  }
  const table = {
    name: 'tenants',
    columns: rows.map(({ name }) => name),
    depth: 0,
    primary: ['id'],
    where: 'id = $1',
  }
  await copyIn(
    now,
    `copy school_then (${columns}) from stdin`,
    copyOut(then, rowsOf(table, tenant)),
  )
  const { rowCount } = await now.query(
    `update public.tenants t set (${columns}) = (select ${columns} from school_then) where t.id = $1
       and exists (select 1 from school_then)`,
    [tenant],
  )
  if (rowCount !== 1) {
    throw new Error('The school is not in that backup.')
  }
}

/** Links to other schools are made anew, as whoever comes signs in anew: the accounts that they name may be others by then. */
const endLinks = async (now: pg.ClientBase, tenant: string): Promise<void> => {
  await now.query(`delete from public.lectern_account_links where $1 in (tenant, other_tenant)`, [
    tenant,
  ])
  await now.query(`delete from public.lectern_handovers where $1 in (tenant, other_tenant)`, [
    tenant,
  ])
  await now.query(`delete from public.lectern_link_browsers where tenant = $1`, [tenant])
}

/** Work that waits concerns rows that are no longer there. */
const forgetJobs = (now: pg.ClientBase, tenant: string) =>
  now.query(
    `delete from pgboss.job where data ->> 'tenant' = $1 and state in ('created', 'retry')`,
    [tenant],
  )

const writeDown = async ({ backup, changes, now, tenant }: Replacement): Promise<void> => {
  await now.query(
    `insert into public.audit_entries (tenant_id, operation, collection, document, changes)
     values ($1::uuid, 'school.restored', 'tenants', $1::uuid::text, $2)`,
    [tenant, JSON.stringify({ after: { backup, tables: changes } })],
  )
  await now.query('select pg_notify($1, $2)', [CHANNELS.hosts, ''])
  await now.query('select pg_notify($1, $2)', [CHANNELS.blocks, ''])
}

/**
 * Makes one school's rows what they were, in one transaction: others see all of it or none. Whoever writes a new row of the
 * school meanwhile waits for it; rows of other schools are neither read nor locked. Everybody of the school is signed out.
 * Throws, and changes nothing, where a row would name one that is not there, or where rows are not those of then.
 */
export const replaceRows = async (replacement: Replacement): Promise<SchoolProof> => {
  const { now, settle, tables, tenant, then } = replacement
  const moved = tables.filter((table) => fateOf(table) !== 'left')
  await now.query('begin')
  try {
    await restTriggers(now)
    await now.query('select 1 from public.tenants where id = $1 for update', [tenant])
    for (const table of [...moved].sort((one, other) => other.depth - one.depth)) {
      await now.query(`delete from public.${quoted(table.name)} where ${table.where}`, [tenant])
    }
    await replaceSchool(replacement)
    for (const table of moved.filter((one) => fateOf(one) === 'replaced')) {
      const into = `public.${quoted(table.name)} (${table.columns.map(quoted).join(', ')})`
      await copyIn(now, `copy ${into} from stdin`, copyOut(then, rowsOf(table, tenant)))
    }
    await refuseDangling({ now, tables, tenant })
    const proof = await provenSame({ now, tables, tenant, then })
    await now.query('set local session_replication_role = origin')
    await endLinks(now, tenant)
    await forgetJobs(now, tenant)
    await writeDown(replacement)
    await settle(now, proof)
    await now.query('commit')

    return proof
  } catch (error) {
    await now.query('rollback')
    throw error
  }
}
