import type { Payload } from 'payload'
import type pg from 'pg'

import { createLocalReq } from 'payload'

import { storage } from '@/adapters/storage'
import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { env } from '@/env'
import { afterRestore } from '@/operations/tenancy/restored'
import { announce } from '@hooks/events/announce'

import type { Manifest } from '../manifest'
import type { TableDifference } from './difference'
import type { SchoolProof } from './proof'
import type { SchoolTable } from './tables'

import { filesOf } from '../files'
import { loadDatabase, plainClient } from '../load'
import { readManifest } from '../manifest'
import { restoreFiles } from '../restoreFiles'
import { inScratchDatabase } from '../scratch'
import { takeBackup } from '../take'
import { schoolDifference } from './difference'
import { replaceRows } from './replace'
import { tablesOfSchools } from './tables'

/** Documents that the law asks to be kept, and whose numbers would be given again. */
const DOCUMENTS = ['credit_notes', 'invoices']

/** What a restore is at. */
export type RestoreStep = 'after' | 'backup' | 'compare' | 'files' | 'load' | 'rows'

type Asked = {
  backup: string
  /** Told of each step as it begins. */
  onStep?: (step: RestoreStep) => Promise<void>
  tenant: string
}

const quietly = () => Promise.resolve()

type Place = {
  manifest: Manifest
  now: pg.Client
  tables: SchoolTable[]
  then: pg.Client
}

const closing = async <T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = await plainClient(url)
  try {
    await client.query('set search_path = public')

    return await run(client)
  } finally {
    await client.end()
  }
}

/** Throws where the backup is of another version: rows of one do not fit into tables of the other. */
const refuseOtherVersion = async ({ migrations }: Manifest, now: pg.Client): Promise<void> => {
  const { rows } = await now.query<{ name: string }>(
    'select name from payload_migrations where batch > 0 order by name',
  )
  if (JSON.stringify(rows.map(({ name }) => name)) !== JSON.stringify(migrations)) {
    throw new Error(
      'The backup is of another version of Lectern: its tables are others than those of now.',
    )
  }
}

/** Runs `run` with the running database and one in which the backup is restored. */
const withBackup = async <T>(
  { backup, onStep = quietly }: Asked,
  run: (place: Place) => Promise<T>,
): Promise<T> => {
  await onStep('load')
  const manifest = await readManifest(backup)

  return closing(env().DATABASE_URL, async (now) => {
    await refuseOtherVersion(manifest, now)

    return inScratchDatabase(async (url) => {
      await loadDatabase(url, manifest)

      await onStep('compare')

      return closing(url, async (then) =>
        run({ manifest, now, tables: await tablesOfSchools(now), then }),
      )
    })
  })
}

/** What would become of a school's rows if it were restored to the moment of a backup. Changes nothing. */
export const previewSchool = (asked: Asked): Promise<TableDifference[]> =>
  withBackup(asked, (place) => schoolDifference({ ...place, tenant: asked.tenant }))

/** Whether invoices or credit notes would be gone. */
export const losesDocuments = (changes: readonly TableDifference[]): boolean =>
  changes.some(({ gone, table }) => gone > 0 && DOCUMENTS.includes(table))

/** Names files of the school that are there now. */
const filesNow = async (tenant: string): Promise<string[]> => {
  const keys: string[] = []
  for await (const { key } of storage().list(tenant)) {
    keys.push(key)
  }

  return keys
}

const deleteFilesSince = async (manifest: Manifest, before: readonly string[]): Promise<void> => {
  const then = new Set<string>()
  for await (const { key } of filesOf(manifest)) {
    then.add(key)
  }
  for (const key of before.filter((one) => !then.has(one))) {
    await storage().delete(key)
  }
}

/** Has the worker drop the school's pages, which it tries again while the web process does not answer. */
const dropCachedPages = (payload: Payload, tenant: string): Promise<void> =>
  asTenant(tenant, async () => {
    const req = await createLocalReq({}, payload)
    const data = { id: tenant, collection: 'tenants' }
    await inTransaction(req, () => announce({ data, fact: 'content.changed', req, tenant }))
  })

/** What has to be done once the rows are those of then. */
export const finishSchool = async (payload: Payload, tenant: string): Promise<void> => {
  await afterRestore(payload)
  await dropCachedPages(payload, tenant)
}

/**
 * Makes a school what it was at the moment of a backup: files first, then all rows in one transaction, in which `settle` writes
 * that it is done, then files that came since go. A backup of now is made before, so that nothing is lost by it. Throws, and
 * changes no row, where invoices or credit notes were issued since and `documents` does not say that they may go.
 */
export const restoreSchool = async ({
  documents = false,
  payload,
  settle = quietly,
  ...asked
}: {
  documents?: boolean
  payload: Payload
  settle?: (now: pg.ClientBase, proof: SchoolProof) => Promise<unknown>
} & Asked): Promise<{ changes: TableDifference[]; proof: SchoolProof }> => {
  const { backup, onStep = quietly, tenant } = asked
  await onStep('backup')
  if (!(await takeBackup({ keeping: [backup] }))) {
    throw new Error('A backup is being made: try again when it is done.')
  }
  const done = await withBackup(asked, async ({ manifest, now, tables, then }) => {
    const changes = await schoolDifference({ now, tables, tenant, then })
    if (losesDocuments(changes) && !documents) {
      throw new Error('Invoices or credit notes were issued since, and would be gone.')
    }
    await onStep('files')
    const before = await filesNow(tenant)
    await restoreFiles(manifest, tenant)
    await onStep('rows')
    const proof = await replaceRows({ backup, changes, now, settle, tables, tenant, then })
    await deleteFilesSince(manifest, before)

    return { changes, proof }
  })
  await finishSchool(payload, tenant)

  return done
}
