import { systemPool } from '@/database/hosts'

/** What is known of the backups: times are ISO 8601, sums are of bytes. */
export type BackupRecord = {
  bytes: null | number
  deletedAt: null | string
  drill: null | { at: string; error: null | string; files: number; rows: number; tables: number }
  error: null | string
  fileBytes: null | number
  files: null | number
  finishedAt: null | string
  id: string
  rows: null | number
  startedAt: string
}

type Row = Record<string, null | number | string>

const iso = (value: unknown): string => new Date(value as string).toISOString()
const orNull = (value: unknown): null | string => (value ? iso(value) : null)
const count = (value: unknown): null | number => (value === null ? null : Number(value))

const recordOf = (row: Row): BackupRecord => ({
  id: row.id as string,
  bytes: count(row.bytes),
  deletedAt: orNull(row.deleted_at),
  drill: row.drilled_at
    ? {
        at: iso(row.drilled_at),
        error: row.drill_error as null | string,
        files: Number(row.drill_files ?? 0),
        rows: Number(row.drill_rows ?? 0),
        tables: Number(row.drill_tables ?? 0),
      }
    : null,
  error: row.error as null | string,
  fileBytes: count(row.file_bytes),
  files: count(row.files),
  finishedAt: orNull(row.finished_at),
  rows: count(row.rows),
  startedAt: iso(row.started_at),
})

/** The backups of the last months, the newest first. */
export const backupRecords = async (most: number): Promise<BackupRecord[]> => {
  const { rows } = await systemPool().query<Row>(
    'select * from lectern_backups order by started_at desc, id desc limit $1',
    [most],
  )

  return rows.map(recordOf)
}

/** Writes down that a backup begins. One that never ended was cut off: nobody else makes any at this time. */
export const noteBegun = async (id: string): Promise<void> => {
  await systemPool().query(
    `update lectern_backups set error = 'cut off', finished_at = now() where finished_at is null`,
  )
  await systemPool().query('insert into lectern_backups (id) values ($1)', [id])
}

type Sums = { bytes: number; fileBytes: number; files: number; rows: number }

export const noteFinished = async (id: string, sums: Sums): Promise<void> => {
  await systemPool().query(
    `update lectern_backups set finished_at = now(), rows = $2, bytes = $3, files = $4, file_bytes = $5 where id = $1`,
    [id, sums.rows, sums.bytes, sums.files, sums.fileBytes],
  )
}

export const noteFailed = async (id: string, error: string): Promise<void> => {
  await systemPool().query(
    'update lectern_backups set finished_at = now(), error = $2 where id = $1',
    [id, error],
  )
}

export const noteDeleted = async (ids: readonly string[]): Promise<void> => {
  await systemPool().query(
    'update lectern_backups set deleted_at = now() where id = any ($1) and deleted_at is null',
    [ids],
  )
}

type Drilled = { error: null | string; files: number; rows: number; tables: number }

/** Writes down what a drill found, also of a backup that another database took. */
export const noteDrilled = async (id: string, at: Date, drilled: Drilled): Promise<void> => {
  await systemPool().query(
    `insert into lectern_backups (id, started_at, finished_at, drilled_at, drill_error, drill_files, drill_rows, drill_tables)
       values ($1, $2, $2, now(), $3, $4, $5, $6)
     on conflict (id) do update set drilled_at = excluded.drilled_at, drill_error = excluded.drill_error,
       drill_files = excluded.drill_files, drill_rows = excluded.drill_rows, drill_tables = excluded.drill_tables`,
    [id, at, drilled.error, drilled.files, drilled.rows, drilled.tables],
  )
}

/** When the last good backup was made, and what the last drill found. */
export type BackupState = {
  backedUpAt: Date | null
  drill: { at: Date; error: null | string; id: string } | null
  newest: null | string
}

export const backupState = async (): Promise<BackupState> => {
  const { rows } = await systemPool().query<{
    at: Date | null
    drillError: null | string
    drilled: null | string
    drilledAt: Date | null
    newest: null | string
  }>(
    `select good.id as newest, good.finished_at as at, drill.id as drilled, drill.drilled_at as "drilledAt", drill.drill_error as "drillError"
     from (select 1) one
     left join lateral (select id, finished_at from lectern_backups where finished_at is not null and error is null and rows is not null
       order by id desc limit 1) good on true
     left join lateral (select id, drilled_at, drill_error from lectern_backups where drilled_at is not null order by drilled_at desc limit 1) drill on true`,
  )
  const [found] = rows

  return {
    backedUpAt: found?.at ?? null,
    drill:
      found?.drilled && found.drilledAt
        ? { id: found.drilled, at: found.drilledAt, error: found.drillError }
        : null,
    newest: found?.newest ?? null,
  }
}
