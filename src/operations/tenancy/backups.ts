import type { Payload } from 'payload'

import { isDue, isOverdue } from '@/domain/tenancy/backupPolicy'
import { env } from '@/env'

import type { BackupState } from './backups/records'

import { drillBackup } from './backups/drill'
import { backupState } from './backups/records'
import { takeBackup } from './backups/take'
import { announceTrouble } from './backups/trouble'

/** How the backups are: the whole hours since the last good one, and what came of restoring one last. */
export type BackupHealth = {
  ageInHours: null | number
  drill: 'failed' | 'none' | 'passed'
  /** False where the last backup is too old, or could not be restored; true where none are made. */
  ok: boolean
}

const HOUR = 3_600_000

const healthOf = ({ backedUpAt, drill }: BackupState, now: Date): BackupHealth => {
  const drilled = drill ? (drill.error === null ? 'passed' : 'failed') : 'none'

  return {
    ageInHours:
      backedUpAt && Math.max(0, Math.floor((now.getTime() - backedUpAt.getTime()) / HOUR)),
    drill: drilled,
    ok: drilled !== 'failed' && !isOverdue({ hours: env().BACKUP_HOURS, last: backedUpAt, now }),
  }
}

export const backupHealth = async (now: Date): Promise<BackupHealth> =>
  healthOf(await backupState(), now)

const backUp = async (payload: Payload, now: Date): Promise<void> => {
  const { logger } = payload
  try {
    const made = await takeBackup()
    logger.info({ backup: made?.id }, made ? 'A backup was made.' : 'A backup is being made.')
  } catch (error) {
    logger.error({ err: error }, 'A backup could not be made.')
    const reason = error instanceof Error ? error.message : String(error)
    await announceTrouble({ now, payload, problem: 'notMade', reason })
  }
}

const drill = async (payload: Payload, now: Date): Promise<void> => {
  const drilled = await drillBackup()
  if (drilled?.error) {
    payload.logger.error(
      { backup: drilled.id, reason: drilled.error },
      'A backup could not be restored.',
    )
    await announceTrouble({ now, payload, problem: 'notRestored', reason: drilled.error })
  }
}

/**
 * Makes a backup and restores one into a scratch database, each where it is due. What fails is logged, written down, and tried
 * again by the next call.
 */
export const keepBackups = async ({
  now,
  payload,
}: {
  now: Date
  payload: Payload
}): Promise<BackupHealth> => {
  const { BACKUP_HOURS, DRILL_HOURS } = env()
  const before = await backupState()
  if (isDue({ hours: BACKUP_HOURS, last: before.backedUpAt, now })) {
    await backUp(payload, now)
  }
  const after = await backupState()
  const isNew = after.newest !== null && after.newest !== after.drill?.id
  const failed = after.drill?.error !== null && after.drill !== null
  if (
    (isNew || failed) &&
    isDue({ hours: DRILL_HOURS, last: failed ? null : (after.drill?.at ?? null), now })
  ) {
    await drill(payload, now)
  }

  const health = healthOf(await backupState(), now)
  if (!health.ok) {
    payload.logger.error(
      { backups: health },
      'The backups are not well: docs/operations.md says what to look at.',
    )
  }

  return health
}

export { backupRecords, type BackupRecord } from './backups/records'
