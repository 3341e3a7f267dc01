import type { Manifest } from './manifest'

import { bytesOf } from './bytesOf'
import { blobPart, filesOf, keptBlobParts } from './files'
import { loadDatabase } from './load'
import { listBackups, readManifest } from './manifest'
import { noteDrilled } from './records'
import { inScratchDatabase } from './scratch'

/** Bytes of files that one drill reads; those of which it begins to read are another part of them each time. */
const MOST_BYTES = 1024 * 1024 * 1024

/** Sees that the bytes of every file are there, and reads as many as a drill reads. Answers how many files were read. */
const readFiles = async (manifest: Manifest): Promise<number> => {
  const there = await keptBlobParts()
  const chance = Math.min(1, MOST_BYTES / Math.max(1, manifest.fileBytes))
  const read = { bytes: 0, files: 0 }
  for await (const file of filesOf(manifest)) {
    for (let part = 0; part < file.parts; part += 1) {
      if (!there.has(blobPart(file, part))) {
        throw new Error(`Bytes of ${file.key} are missing.`)
      }
    }
    if (Math.random() < chance) {
      for await (const bytes of bytesOf(file)) {
        read.bytes += bytes.length
      }
      read.files += 1
    }
  }

  return read.files
}

/** What a drill found: it failed where there is an error. */
export type Drilled = {
  error: null | string
  files: number
  id: string
  rows: number
  tables: number
}

/**
 * Restores a backup, the newest where none is named, into a scratch database, compares counts and checksums of every table,
 * and reads files. What it finds is written down. Answers null where there is no backup.
 */
export const drillBackup = async (named?: string): Promise<Drilled | null> => {
  const { backups } = await listBackups()
  const backup = named ? backups.find(({ id }) => id === named) : backups[0]
  if (!backup) {
    return null
  }
  const found = { files: 0, rows: 0, tables: 0 }
  let error: null | string = null
  try {
    const manifest = await readManifest(backup.id)
    await inScratchDatabase((url) => loadDatabase(url, manifest))
    found.tables = manifest.tables.length
    found.rows = manifest.tables.reduce((sum, { rows }) => sum + rows, 0)
    found.files = await readFiles(manifest)
  } catch (thrown) {
    error = thrown instanceof Error ? thrown.message : String(thrown)
  }
  await noteDrilled(backup.id, backup.at, { ...found, error })

  return { ...found, id: backup.id, error }
}
