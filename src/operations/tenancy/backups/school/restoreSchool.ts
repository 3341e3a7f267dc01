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

type Asked = { backup: string; tenant: string }

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
const withBackup = async <T>(id: string, run: (place: Place) => Promise<T>): Promise<T> => {
  const manifest = await readManifest(id)

  return closing(env().DATABASE_URL, async (now) => {
    await refuseOtherVersion(manifest, now)

    return inScratchDatabase(async (url) => {
      await loadDatabase(url, manifest)

      return closing(url, async (then) =>
        run({ manifest, now, tables: await tablesOfSchools(now), then }),
      )
    })
  })
}

/** What would become of a school's rows if it were restored to the moment of a backup. Changes nothing. */
export const previewSchool = ({ backup, tenant }: Asked): Promise<TableDifference[]> =>
  withBackup(backup, (place) => schoolDifference({ ...place, tenant }))

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

/**
 * Makes a school what it was at the moment of a backup: files first, then all rows in one transaction, then files that came
 * since go. A backup of now is made before, so that nothing is lost by it. Throws, and changes no row, where invoices or credit
 * notes were issued since and `documents` does not say that they may go.
 */
export const restoreSchool = async ({
  backup,
  documents = false,
  payload,
  tenant,
}: { documents?: boolean; payload: Payload } & Asked): Promise<TableDifference[]> => {
  if (!(await takeBackup({ keeping: [backup] }))) {
    throw new Error('A backup is being made: try again when it is done.')
  }
  const changes = await withBackup(backup, async ({ manifest, now, tables, then }) => {
    const found = await schoolDifference({ now, tables, tenant, then })
    const issued = found.filter(({ gone, table }) => gone > 0 && DOCUMENTS.includes(table))
    if (issued.length > 0 && !documents) {
      throw new Error('Invoices or credit notes were issued since, and would be gone.')
    }
    const before = await filesNow(tenant)
    await restoreFiles(manifest, tenant)
    await replaceRows({ backup, changes: found, now, tables, tenant, then })
    await deleteFilesSince(manifest, before)

    return found
  })
  await afterRestore(payload)
  await dropCachedPages(payload, tenant)

  return changes
}
