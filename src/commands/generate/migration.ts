import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'

import type { Payload } from 'payload'

import { writeMigrationIndex } from 'payload'

type Snapshot = Record<string, unknown>

/** The parts of Payload's database adapter that know the schema as the configuration has it. */
type Adapter = {
  createMigration: (args: {
    forceAcceptWarning: boolean
    migrationName: string
    payload: Payload
  }) => Promise<void>
  migrationDir: string
  requireDrizzleKit: () => {
    generateDrizzleJson: (schema: object) => Promise<Snapshot> | Snapshot
  }
  schema: object
}

const adapterOf = (payload: Payload): Adapter => payload.db as unknown as Adapter

/** Whether the schema of the configuration differs from the one that the last migration left. */
export const isSchemaChanged = async (payload: Payload): Promise<boolean> => {
  const { migrationDir, requireDrizzleKit, schema } = adapterOf(payload)
  const last = (await namesIn(migrationDir, '.json')).at(-1)
  if (!last) {
    return true
  }
  const before = JSON.parse(await readFile(path.join(migrationDir, last), 'utf8')) as Snapshot
  const after = await requireDrizzleKit().generateDrizzleJson(schema)

  return !isDeepStrictEqual(unnamed(before), unnamed(after))
}

/** A snapshot as a file holds it, without the ids that each one gets anew. */
const unnamed = (snapshot: Snapshot): Snapshot => ({
  ...(JSON.parse(JSON.stringify(snapshot)) as Snapshot),
  id: null,
  prevId: null,
})

/**
 * Has Payload write the migration from the last one to the schema of today, and makes it fit to run;
 * answers its path, or null where there is nothing in it. Payload may ask whether something was renamed.
 */
export const createMigration = async ({
  name,
  payload,
}: {
  name: string
  payload: Payload
}): Promise<null | string> => {
  const { migrationDir } = adapterOf(payload)
  const before = await namesIn(migrationDir, '.ts')
  const watch = failUnlessFinished()
  await adapterOf(payload).createMigration({
    forceAcceptWarning: true,
    migrationName: name,
    payload,
  })
  watch.finished()
  const [made] = (await namesIn(migrationDir, '.ts')).filter((file) => !before.includes(file))
  if (!made) {
    throw new Error('The schema has changed, and yet no migration was written.')
  }
  const file = path.join(migrationDir, made)
  const text = await readFile(file, 'utf8')
  if (!text.includes('sql`')) {
    await rm(file)
    await rm(file.replace(/\.ts$/, '.json'), { force: true })
    writeMigrationIndex({ migrationsDir: migrationDir })

    return null
  }
  await writeFile(file, withTypeImports(text))
  await dropOlderSnapshots(migrationDir)

  return path.relative(process.cwd(), file)
}

/** The next migration is made from the newest snapshot alone; the older ones would only weigh. */
const dropOlderSnapshots = async (folder: string): Promise<void> => {
  for (const snapshot of (await namesIn(folder, '.json')).slice(0, -1)) {
    await rm(path.join(folder, snapshot))
  }
}

/**
 * Where it asks and nobody can answer, Payload ends the process as if all were well. From here until
 * `finished` is called, an end is a failure.
 */
const failUnlessFinished = (): { finished: () => void } => {
  const fail = () => {
    process.exitCode = 1
    process.stderr.write(
      'No migration was written: a question was left unanswered. Run `npm run generate` in a terminal.\n',
    )
  }
  process.once('exit', fail)

  return { finished: () => void process.off('exit', fail) }
}

const PLAIN = /^import \{ MigrateUpArgs, MigrateDownArgs, sql \} from/m
const TYPED = 'import { type MigrateDownArgs, type MigrateUpArgs, sql } from'

/** Migrations run untranslated, so an import of a type must say that it is one. */
const withTypeImports = (text: string): string => {
  if (!PLAIN.test(text)) {
    throw new Error('The migration begins with imports that are not the expected ones.')
  }

  return text.replace(PLAIN, TYPED)
}

/** Names of the migrations' files with one ending, oldest first; the index is none. */
const namesIn = async (folder: string, ending: '.json' | '.ts'): Promise<string[]> =>
  (await readdir(folder).catch(() => []))
    .filter((file) => file.endsWith(ending) && file !== 'index.ts')
    .sort()
