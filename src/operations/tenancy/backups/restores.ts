import { systemPool } from '@/database/hosts'
import { RuleError } from '@/domain/errors'
import { newId } from '@/newId'

import type { TableDifference } from './school/difference'
import type { SchoolProof } from './school/proof'
import type { RestoreStep } from './school/restoreSchool'

import { LOCKS } from './alone'

/** A restore that was asked for, or the look at what it would do: times are ISO 8601. It is over where it is finished. */
export type RestoreRecord = {
  id: string
  askedAt: string
  backup: string
  changes: null | TableDifference[]
  error: null | string
  finishedAt: null | string
  /** Of a restore that is done. */
  proof: null | SchoolProof
  replaces: boolean
  school: string
  step: 'waiting' | RestoreStep
}

const COLUMNS = `id, school, backup, replaces, step, error, changes, proof, asked_at as "askedAt", finished_at as "finishedAt"`

type Row = { askedAt: Date; finishedAt: Date | null } & Omit<
  RestoreRecord,
  'askedAt' | 'finishedAt'
>

const recordOf = ({ askedAt, finishedAt, ...row }: Row): RestoreRecord => ({
  ...row,
  askedAt: askedAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
})

/** The last restores, the newest first. */
export const restoreRecords = async (most: number): Promise<RestoreRecord[]> => {
  const { rows } = await systemPool().query<Row>(
    `select ${COLUMNS} from lectern_restores order by asked_at desc, id desc limit $1`,
    [most],
  )

  return rows.map(recordOf)
}

/** Minutes without a step after which a restore that nobody works at was cut off. */
const CUT_OFF_MINUTES = 15

type Asked = { backup: string; documents?: boolean; replaces: boolean; school: string }

/** Writes down that a restore is asked for, and answers its id. Throws restoreRunning where one is under way. */
export const noteAsked = async ({
  backup,
  documents = false,
  replaces,
  school,
}: Asked): Promise<string> => {
  await systemPool().query(
    `update lectern_restores set finished_at = now(), error = 'cut off' where finished_at is null
       and touched_at < now() - make_interval(mins => $1)
       and not exists (select 1 from pg_locks where locktype = 'advisory' and classid = 0 and objid = $2
         and database = (select oid from pg_database where datname = current_database()))`,
    [CUT_OFF_MINUTES, LOCKS.restores],
  )
  const { rows } = await systemPool().query<{ id: string }>(
    `insert into lectern_restores (id, school, backup, replaces, documents) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning id`,
    [newId(), school, backup, replaces, documents],
  )
  const [made] = rows
  if (!made) {
    throw new RuleError('restoreRunning')
  }

  return made.id
}

/** A look at what a restore would do, as it can be acted upon: finished well, in the last hour. */
export const readPreview = async (id: string): Promise<RestoreRecord | undefined> => {
  const { rows } = await systemPool().query<Row>(
    `select ${COLUMNS} from lectern_restores where id = $1 and not replaces and error is null and finished_at > now() - interval '1 hour'`,
    [id],
  )

  return rows[0] && recordOf(rows[0])
}

/** Takes a restore that is not over, for one more attempt. */
export const takeRestore = async (
  id: string,
): Promise<({ attempts: number; documents: boolean } & Row) | undefined> => {
  const { rows } = await systemPool().query<{ attempts: number; documents: boolean } & Row>(
    `update lectern_restores set attempts = attempts + 1, touched_at = now() where id = $1 and finished_at is null
     returning ${COLUMNS}, attempts, documents`,
    [id],
  )

  return rows[0]
}

export const noteStep = async (id: string, step: RestoreStep): Promise<void> => {
  await systemPool().query(
    'update lectern_restores set step = $2, touched_at = now() where id = $1 and finished_at is null',
    [id, step],
  )
}

export const noteEnded = async (
  id: string,
  { changes = null, error = null }: { changes?: null | TableDifference[]; error?: null | string },
): Promise<void> => {
  await systemPool().query(
    `update lectern_restores set finished_at = now(), error = $2, changes = coalesce($3, changes) where id = $1 and finished_at is null`,
    [id, error, changes && JSON.stringify(changes)],
  )
}
