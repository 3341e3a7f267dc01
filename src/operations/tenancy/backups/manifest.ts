import { z } from 'zod'

import { backupStorage } from '@/adapters/storage'

import { getPart, putPart } from './parts'

/** Folder of the backups, one below it for each; `files` holds what they share. */
export const FOLDER = 'backups'
export const FILES = 'files'

const table = z.object({
  name: z.string(),
  checksum: z.string(),
  columns: z.array(z.string()),
  parts: z.number().int(),
  rows: z.number().int(),
  schema: z.string(),
})

const shape = z.object({
  id: z.string(),
  after: z.array(z.string()),
  at: z.coerce.date(),
  before: z.array(z.string()),
  bytes: z.number(),
  fileBytes: z.number(),
  fileParts: z.number().int(),
  files: z.number().int(),
  format: z.literal(1),
  migrations: z.array(z.string()),
  tables: z.array(table),
})

/** A table as it was dumped: how many rows, in how many parts, and a checksum that does not depend on their order. */
export type DumpedTable = z.output<typeof table>

/** All that is said of a backup. It is written last: a folder without it is none. `at` is the moment that the backup shows. */
export type Manifest = z.output<typeof shape>

const nameOf = (id: string): string => `${FOLDER}/${id}/manifest`

export const writeManifest = async (manifest: Manifest): Promise<void> => {
  await putPart(nameOf(manifest.id), Buffer.from(JSON.stringify(manifest)), { pressed: true })
}

/** Throws where there is no such backup, or none that opens. */
export const readManifest = async (id: string): Promise<Manifest> =>
  shape.parse(JSON.parse((await getPart(nameOf(id), { pressed: true })).toString()))

/** An id that sorts by its moment and says it. */
export const idAt = (at: Date): string => at.toISOString().replace(/[-:]/g, '').replace('.', '-')

/** The moment that an id says; null where it says none. */
const momentOf = (id: string): Date | null => {
  const iso = id.replace(
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)-(\d{3})Z$/,
    '$1-$2-$3T$4:$5:$6.$7Z',
  )
  const at = new Date(iso)

  return iso === id || Number.isNaN(at.getTime()) ? null : at
}

/** Backups that are whole, the newest first, and the ids of folders that are none. */
export const listBackups = async (): Promise<{
  backups: { at: Date; id: string }[]
  broken: string[]
}> => {
  const whole = new Set<string>()
  const all = new Set<string>()
  for await (const { key } of backupStorage().list(FOLDER)) {
    const [, id = '', name] = key.split('/')
    all.add(id)
    if (name === 'manifest') {
      whole.add(id)
    }
  }
  const backups = [...whole].flatMap((id) => {
    const at = momentOf(id)

    return at ? [{ id, at }] : []
  })

  return {
    backups: backups.sort((one, other) => other.at.getTime() - one.at.getTime()),
    broken: [...all].filter((id) => !whole.has(id)),
  }
}
