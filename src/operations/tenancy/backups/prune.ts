import { backupStorage } from '@/adapters/storage'
import { backupsToKeep } from '@/domain/tenancy/backupPolicy'
import { env } from '@/env'

import { blobPart, filesOf, keptBlobParts } from './files'
import { FOLDER, listBackups, readManifest } from './manifest'
import { noteDeleted } from './records'

/** Parts of files that one of these backups names. */
const partsNamedBy = async (ids: Iterable<string>): Promise<Set<string>> => {
  const named = new Set<string>()
  for (const id of ids) {
    for await (const file of filesOf(await readManifest(id))) {
      for (let part = 0; part < file.parts; part += 1) {
        named.add(blobPart(file, part))
      }
    }
  }

  return named
}

/**
 * Deletes the backups that neither the policy keeps nor `keeping` names, what is left of those that never ended, and the bytes that no kept one
 * names. A backup ceases to be one first, so that none is ever there in part. Deletes no bytes while a kept backup cannot be
 * read. Run it alone with the backups.
 */
export const prune = async (keeping: readonly string[] = []): Promise<void> => {
  const { BACKUP_KEEP_DAILY, BACKUP_KEEP_MONTHLY, BACKUP_KEEP_WEEKLY } = env()
  const { backups, broken } = await listBackups()
  const byPolicy = backupsToKeep(backups, {
    daily: BACKUP_KEEP_DAILY,
    monthly: BACKUP_KEEP_MONTHLY,
    weekly: BACKUP_KEEP_WEEKLY,
  })
  const kept = new Set([
    ...byPolicy,
    ...backups.map(({ id }) => id).filter((id) => keeping.includes(id)),
  ])
  const gone = backups.map(({ id }) => id).filter((id) => !kept.has(id))
  for (const id of [...gone, ...broken]) {
    await backupStorage().delete(`${FOLDER}/${id}/manifest`)
    await backupStorage().deleteFolder(`${FOLDER}/${id}`)
  }
  await noteDeleted(gone)
  const named = await partsNamedBy(kept)
  for (const key of await keptBlobParts()) {
    if (!named.has(key)) {
      await backupStorage().delete(key)
    }
  }
}
