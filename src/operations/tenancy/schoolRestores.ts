import type { Payload, PayloadRequest } from 'payload'

import { systemPool } from '@/database/hosts'
import { asPlatform } from '@/database/scope'
import { RuleError } from '@/domain/errors'
import { announce } from '@hooks/events/announce'

import type { RestoreRecord } from './backups/restores'

import { aloneWithRestores } from './backups/alone'
import { backupRecords } from './backups/records'
import {
  noteAsked,
  noteEnded,
  noteStep,
  readPreview,
  restoreRecords,
  takeRestore,
} from './backups/restores'
import {
  finishSchool,
  losesDocuments,
  previewSchool,
  restoreSchool,
} from './backups/school/restoreSchool'

/** Backups, schools and restores that the desk of the platform's staff offers, at most. */
const MOST = { backups: 60, restores: 10 }

export type ShownRestore = { losesDocuments: boolean; schoolName: string } & RestoreRecord

export type RestoreDesk = {
  /** Those that can be restored, the newest first, each with the moment that it shows. */
  backups: { id: string; at: string }[]
  restores: ShownRestore[]
  schools: { id: string; name: string; slug: string }[]
}

/** What can be restored, and what was. */
export const restoreDesk = async (): Promise<RestoreDesk> => {
  const { rows: schools } = await systemPool().query<RestoreDesk['schools'][number]>(
    `select id, name, slug from tenants where kind = 'school' order by lower(name), id`,
  )
  const names = new Map(schools.map(({ id, name }) => [id, name]))
  const backups = await backupRecords(MOST.backups)

  return {
    backups: backups
      .filter(
        ({ deletedAt, error, finishedAt, rows }) =>
          deletedAt === null && error === null && finishedAt !== null && rows !== null,
      )
      .map(({ id, startedAt }) => ({ id, at: startedAt })),
    restores: (await restoreRecords(MOST.restores)).map((restore) => ({
      ...restore,
      losesDocuments: losesDocuments(restore.changes ?? []),
      schoolName: names.get(restore.school) ?? restore.school,
    })),
    schools,
  }
}

type Place = { req: PayloadRequest; tenant: string }

const nameOf = async (school: string): Promise<string | undefined> =>
  (
    await systemPool().query<{ name: string }>(
      `select name from tenants where id = $1 and kind = 'school'`,
      [school],
    )
  ).rows[0]?.name

/** Has the worker do what was written down. Where it cannot be sent, nobody waits for it. */
const send = async ({ id, req, tenant }: { id: string } & Place): Promise<string> => {
  await announce({ data: { restore: id }, fact: 'school.restoreAsked', req, tenant })

  return id
}

/** Has the worker say what a restore would do; answers its id. Throws schoolUnknown, restoreRunning. */
export const askPreview = async ({
  backup,
  school,
  ...place
}: { backup: string; school: string } & Place): Promise<string> => {
  if ((await nameOf(school)) === undefined) {
    throw new RuleError('schoolUnknown')
  }

  return send({ ...place, id: await noteAsked({ backup, replaces: false, school }) })
}

/**
 * Has the worker restore a school as a look at it said, whose name was typed. Throws restoreNotSeen where there is no
 * such look, restoreOtherName, restoreDocuments where documents would be gone and `documents` does not say that they may, restoreRunning.
 */
export const askReplacement = async ({
  name,
  documents,
  preview,
  ...place
}: { documents: boolean; name: string; preview: string } & Place): Promise<string> => {
  const seen = await readPreview(preview)
  if (!seen) {
    throw new RuleError('restoreNotSeen')
  }
  const { backup, changes, school } = seen
  if ((await nameOf(school))?.trim() !== name.trim()) {
    throw new RuleError('restoreOtherName')
  }
  if (losesDocuments(changes ?? []) && !documents) {
    throw new RuleError('restoreDocuments')
  }

  return send({ ...place, id: await noteAsked({ backup, documents, replaces: true, school }) })
}

/** Attempts after which a restore that is cut off each time is given up. */
const MOST_ATTEMPTS = 4

const stepOf = async (id: string): Promise<string | undefined> =>
  (
    await systemPool().query<{ step: string }>('select step from lectern_restores where id = $1', [
      id,
    ])
  ).rows[0]?.step

type Taken = NonNullable<Awaited<ReturnType<typeof takeRestore>>>

const work = async (taken: Taken, payload: Payload): Promise<void> => {
  const { id, backup, documents, replaces, school: tenant, step } = taken
  const onStep = (at: Parameters<typeof noteStep>[1]) => noteStep(id, at)
  if (!replaces) {
    return noteEnded(id, { changes: await previewSchool({ backup, onStep, tenant }) })
  }
  if (step === 'after') {
    await finishSchool(payload, tenant)

    return noteEnded(id, {})
  }
  const { changes } = await restoreSchool({
    backup,
    documents,
    onStep,
    payload,
    settle: (now, proof) =>
      now.query(
        `update public.lectern_restores set step = 'after', proof = $2, touched_at = now() where id = $1`,
        [id, JSON.stringify(proof)],
      ),
    tenant,
  })
  await noteEnded(id, { changes })
}

/**
 * Does a restore that was asked for, unless one is under way. What a crash cut short begins anew until the rows are those of then, and goes
 * on from there afterwards. What fails is written down and not tried again. Outside a transaction.
 */
export const runRestore = async ({
  id,
  payload,
}: {
  id: string
  payload: Payload
}): Promise<void> => {
  await aloneWithRestores(() =>
    asPlatform(async () => {
      const taken = await takeRestore(id)
      if (!taken) {
        return
      }
      if (taken.attempts > MOST_ATTEMPTS) {
        return noteEnded(id, { error: 'cut off' })
      }
      try {
        await work(taken, payload)
      } catch (error) {
        payload.logger.error({ err: error, restore: id }, 'A school could not be restored.')
        if ((await stepOf(id)) === 'after') {
          throw error
        }
        await noteEnded(id, { error: error instanceof Error ? error.message : String(error) })
      }
    }),
  )
}
