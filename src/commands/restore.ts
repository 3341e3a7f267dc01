import { closeHosts, systemPool } from '@/database/hosts'
import { asPlatform } from '@/database/scope'
import { env } from '@/env'
import { aloneWithRestores } from '@/operations/tenancy/backups/alone'
import { drillBackup } from '@/operations/tenancy/backups/drill'
import { loadDatabase } from '@/operations/tenancy/backups/load'
import { listBackups, readManifest } from '@/operations/tenancy/backups/manifest'
import { restoreFiles } from '@/operations/tenancy/backups/restoreFiles'
import { previewSchool, restoreSchool } from '@/operations/tenancy/backups/school/restoreSchool'
import { afterRestore } from '@/operations/tenancy/restored'

/*
 * npm run restore                      lists the backups
 * npm run restore -- <backup>          makes the empty database of DATABASE_URL and the files anew; `latest` is the newest
 * npm run restore -- drill [backup]    restores into a scratch database, compares, and drops it
 * npm run restore -- school <school> <backup> [--replace [--lose-documents]]
 *                                      says what would become of one school, by its slug; with --replace it does
 *
 * `finish` is what scripts/restore.mjs asks for once the restored database is migrated.
 */
const [what = 'list', named = 'latest'] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

const idOf = async (asked: string): Promise<string | undefined> => {
  const { backups } = await listBackups()

  return (asked === 'latest' ? backups[0] : backups.find(({ id }) => id === asked))?.id
}

const list = async (): Promise<number> => {
  const { backups } = await listBackups()
  backups.forEach(({ id }) => say(id))
  say(backups.length === 0 ? 'There are no backups.' : '')

  return 0
}

const drill = async (): Promise<number> => {
  const drilled = await drillBackup(process.argv[3] && (await idOf(named)))
  if (!drilled) {
    say('There is no such backup.')

    return 1
  }
  say(
    drilled.error ??
      `${drilled.id}: ${drilled.tables} tables, ${drilled.rows} rows, ${drilled.files} files are as they were.`,
  )

  return drilled.error ? 1 : 0
}

/** Payload is read late: before a restore there is no database that it could read. */
const payloadNow = async () => {
  const { default: config } = await import('@payload-config')
  const { getPayload } = await import('payload')

  return getPayload({ config, disableOnInit: true })
}

const replaceSchool = async (asked: { backup: string; documents: boolean; tenant: string }) => {
  const payload = await payloadNow()

  const done = await aloneWithRestores(() => asPlatform(() => restoreSchool({ ...asked, payload })))
  if (!done) {
    throw new Error('A school is being restored: try again when it is done.')
  }

  return done.changes
}

const finish = async (): Promise<number> => {
  const payload = await payloadNow()
  await asPlatform(() => afterRestore(payload))
  say('What has to be done again after a restore is done.')

  return 0
}

const school = async (): Promise<number> => {
  const [, slug = '', backup = '', ...flags] = process.argv.slice(2)
  const id = await idOf(backup)
  const { rows } = await systemPool().query<{ id: string }>(
    `select id from tenants where slug = $1 and kind = 'school'`,
    [slug],
  )
  const tenant = rows[0]?.id
  if (!id || !tenant) {
    say('There is no such school, or no such backup.')

    return 1
  }
  const changes = flags.includes('--replace')
    ? await replaceSchool({ backup: id, documents: flags.includes('--lose-documents'), tenant })
    : await previewSchool({ backup: id, tenant })
  for (const { back, changed, gone, table } of changes) {
    say(`${table}: ${back} come back, ${changed} change, ${gone} go.`)
  }
  say(
    flags.includes('--replace')
      ? `${slug} is what it was in ${id}.`
      : 'Nothing was changed. --replace makes it so.',
  )

  return 0
}

const restore = async (): Promise<number> => {
  const id = await idOf(what)
  if (!id) {
    say('There is no such backup.')

    return 1
  }
  const manifest = await readManifest(id)
  await loadDatabase(env().DATABASE_URL, manifest)
  say(`${id}: ${manifest.tables.length} tables are as they were.`)
  say(`Files put back: ${await restoreFiles(manifest)} of ${manifest.files}.`)

  return 0
}

const run = { drill, finish, list, school }[what] ?? restore
const code = await run().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))

  return 1
})
await closeHosts()
process.exit(code)
