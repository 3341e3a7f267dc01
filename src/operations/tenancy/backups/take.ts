import type { Manifest } from './manifest'

import { aloneWithBackups } from './alone'
import { dumpDatabase } from './dump'
import { keepFiles } from './files'
import { idAt, listBackups, readManifest, writeManifest } from './manifest'
import { prune } from './prune'
import { noteBegun, noteFailed, noteFinished } from './records'

const make = async (id: string): Promise<Manifest> => {
  const { backups } = await listBackups()
  const last = backups[0] && (await readManifest(backups[0].id).catch(() => undefined))
  const database = await dumpDatabase(id)
  const files = await keepFiles(id, last)
  const manifest: Manifest = { id, ...database, ...files, format: 1 }
  await writeManifest(manifest)

  return manifest
}

const rowsOf = ({ tables }: Manifest): number => tables.reduce((sum, { rows }) => sum + rows, 0)

/**
 * Makes a backup of the database and of all files, and deletes those that neither the policy keeps nor `keeping` names. Answers
 * null where one is being made; throws where it could not be made, which is written down.
 */
export const takeBackup = ({
  keeping = [],
}: {
  keeping?: readonly string[]
} = {}): Promise<Manifest | null> =>
  aloneWithBackups(async () => {
    const id = idAt(new Date())
    await noteBegun(id)
    try {
      const manifest = await make(id)
      await noteFinished(id, { ...manifest, rows: rowsOf(manifest) })
      await prune(keeping)

      return manifest
    } catch (error) {
      await noteFailed(id, error instanceof Error ? error.message : String(error))
      throw error
    }
  })
