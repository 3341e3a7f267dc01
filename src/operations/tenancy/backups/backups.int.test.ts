import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { text } from 'node:stream/consumers'

import { backupStorage, storage } from '@/adapters/storage'
import { readBlueprint } from '@/database/catalog'
import { systemPool } from '@/database/hosts'
import { env } from '@/env'
import { factories } from '@/test/factories'
import { settle, testPayload } from '@/test/harness'

import { backupHealth, keepBackups } from '../backups'
import { aloneWithBackups } from './alone'
import { drillBackup } from './drill'
import { filesOf } from './files'
import { loadDatabase, plainClient } from './load'
import { listBackups } from './manifest'
import { prune } from './prune'
import { backupRecords } from './records'
import { restoreFiles } from './restoreFiles'
import { inScratchDatabase } from './scratch'
import { takeBackup } from './take'

const payload = testPayload()

const taken = async () => {
  const manifest = await takeBackup()
  if (!manifest) {
    throw new Error('Somebody else makes a backup.')
  }

  return manifest
}

const everyFile = async (): Promise<string[]> =>
  (await readdir(env().BACKUPS_DIR, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

afterAll(() => rm(env().BACKUPS_DIR, { recursive: true }))

const keyOf = (tenant: string, name: string) => `${tenant}/media/${name}`

const put = (key: string, text: string) =>
  storage().put({ body: Buffer.from(text), contentType: 'text/plain', key })

describe('a backup', () => {
  it('holds every row and file, and comes back in a database of its own with the same checksums', async () => {
    const make = factories(payload())
    const school = await make.tenant()
    await make.course({ tenant: school.id, title: 'Tabs\tlines\nand \\ — עברית \u0001' })
    await put(keyOf(school.id, 'one.txt'), 'one')
    const manifest = await taken()
    const courses = manifest.tables.find(({ name }) => name === 'courses')
    const { rows } = await systemPool().query<{ count: string }>('select count(*) from courses')
    expect(courses?.rows).toBe(Number(rows[0]?.count))

    const drilled = await drillBackup()
    expect(drilled).toMatchObject({ id: manifest.id, error: null, tables: manifest.tables.length })
    expect(drilled?.rows).toBeGreaterThan(3)
    expect(drilled?.files).toBe(manifest.files)
    expect((await backupRecords(1))[0]).toMatchObject({
      id: manifest.id,
      drill: { error: null, rows: drilled?.rows },
      error: null,
      files: manifest.files,
    })
  })

  it('shows nothing of what it holds to whoever has its bytes alone', async () => {
    const make = factories(payload())
    const school = await make.tenant()
    await make.course({ tenant: school.id, title: 'A title nobody may read' })
    await put(keyOf(school.id, 'plain.txt'), 'words that nobody may read')
    await taken()
    for (const file of await everyFile()) {
      expect((await readFile(file)).includes('nobody may read')).toBe(false)
    }
  })

  it('sends a file once, whatever the number of backups, and again when it is another', async () => {
    const school = await factories(payload()).tenant()
    const key = keyOf(school.id, 'film.txt')
    await put(key, 'first')
    const blobNow = async () => {
      for await (const file of filesOf(await taken())) {
        if (file.key === key) {
          return file
        }
      }

      return undefined
    }
    const [first, second] = [await blobNow(), await blobNow()]
    expect(second).toEqual(first)
    await put(key, 'another')
    const third = await blobNow()
    expect(third?.blob).not.toBe(first?.blob)
    expect(third?.sha256).toBe(createHash('sha256').update('another').digest('hex'))
  })

  it.each([
    ['a changed table', (name: string) => name.includes('public.tenants.0'), 'authenticate'],
    ['lost bytes of a file', (name: string) => name.includes('/files/'), 'missing'],
  ])('is told from one with %s', async (_, isIt, reason) => {
    const school = await factories(payload()).tenant()
    await put(keyOf(school.id, crypto.randomUUID()), 'text')
    const { id } = await taken()
    const file = (await everyFile()).find(
      (name) =>
        !name.includes('.types') && isIt(name) && (name.includes(id) || name.includes('/files/')),
    )
    if (!file) {
      throw new Error('There is no such part.')
    }
    const before = await readFile(file)
    if (reason === 'missing') {
      await rm(file)
    } else {
      const changed = Buffer.from(before)
      changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
      await writeFile(file, changed)
    }
    expect((await drillBackup(id))?.error).toContain(reason)
    expect((await backupRecords(1))[0]?.drill?.error).toContain(reason)
    await writeFile(file, before)
    expect((await drillBackup(id))?.error).toBeNull()
  })

  it('is made by one at a time, and one that was cut off is told of and leaves nothing', async () => {
    await backupStorage().put({
      body: Buffer.from('half'),
      contentType: 'text/plain',
      key: 'backups/20260101T000000-000Z/public.users.0',
    })
    await systemPool().query(`insert into lectern_backups (id) values ('20260101T000000-000Z')`)
    expect(await aloneWithBackups(() => takeBackup())).toBeNull()
    await taken()
    const cut = (await backupRecords(50)).find(({ id }) => id === '20260101T000000-000Z')
    expect(cut?.error).toBe('cut off')
    expect((await listBackups()).broken).toEqual([])
  })

  it('goes when the policy no longer keeps it, with the bytes that no other one names', async () => {
    const school = await factories(payload()).tenant()
    const key = keyOf(school.id, 'gone.txt')
    await put(key, crypto.randomUUID())
    const first = await taken()
    await storage().delete(key)
    const filesBefore = (await everyFile()).filter((name) => name.includes('/files/')).length
    await taken()
    // Both are of one day, of which the newest is kept.
    expect((await listBackups()).backups.map(({ id }) => id)).not.toContain(first.id)
    expect((await everyFile()).filter((name) => name.includes('/files/')).length).toBeLessThan(
      filesBefore,
    )
    await aloneWithBackups(() => prune())
    expect((await listBackups()).backups).toHaveLength(1)
    expect((await backupRecords(50)).find(({ id }) => id === first.id)?.deletedAt).not.toBeNull()
  })
})

/** PostgreSQL writes a condition with fewer brackets once it has read its own writing. */
const unbracketed = (statements: readonly string[]) =>
  statements.map((statement) => statement.replace(/[()]/g, '')).sort()

describe('a restored database', () => {
  it('is made as the first one was, and is refused where there is something already', async () => {
    const manifest = await taken()
    await inScratchDatabase(async (url) => {
      await loadDatabase(url, manifest)
      const client = await plainClient(url)
      const { after, before, tables } = await readBlueprint(client)
      await client.end()
      expect(before).toEqual(manifest.before)
      expect(unbracketed(after)).toEqual(unbracketed(manifest.after))
      expect(tables.map(({ name, columns }) => [name, columns])).toEqual(
        expect.arrayContaining(manifest.tables.map(({ name, columns }) => [name, columns])),
      )
      await expect(loadDatabase(url, manifest)).rejects.toThrow('not empty')
    })
  })

  it('has its files back where they are missing or another, and none else is touched', async () => {
    const school = await factories(payload()).tenant()
    const [lost, changed, same] = ['lost', 'changed', 'same'].map((name) => keyOf(school.id, name))
    for (const key of [lost, changed, same]) {
      await put(key ?? '', 'as it was')
    }
    const manifest = await taken()
    await storage().delete(lost ?? '')
    await put(changed ?? '', 'another')
    const before = await storage().head(same ?? '')
    expect(await restoreFiles(manifest, school.id)).toBe(2)
    for (const key of [lost, changed]) {
      const found = await storage().get({ key: key ?? '' })
      expect(found && (await text(found.stream))).toBe('as it was')
    }
    expect(await storage().head(same ?? '')).toEqual(before)
  })
})

describe('the worker', () => {
  it('makes a backup when one is due and restores it, and none before it is due again', async () => {
    await systemPool().query('delete from lectern_backups')
    const now = new Date()
    expect((await backupHealth(now)).ok).toBe(false)
    expect(await keepBackups({ now, payload: payload() })).toEqual({
      ageInHours: 0,
      drill: 'passed',
      ok: true,
    })
    const [first] = await backupRecords(2)
    await keepBackups({ now: new Date(), payload: payload() })
    expect(await backupRecords(2)).toEqual([first])
    const late = new Date(now.getTime() + 49 * 3_600_000)
    expect((await backupHealth(late)).ok).toBe(false)
  })

  it('tells of a backup that cannot be restored until one can', async () => {
    const part = (await everyFile()).find(
      (name) => name.includes('public.tenants.0') && !name.includes('.types'),
    )
    const before = await readFile(part ?? '')
    await writeFile(part ?? '', before.subarray(0, -1))
    await drillBackup()
    expect(await backupHealth(new Date())).toMatchObject({ drill: 'failed', ok: false })
    const { rows: found } = await systemPool().query<{ id: string }>(
      `select id from tenants where kind = 'platform'`,
    )
    await factories(payload()).user({ roles: ['superAdmin'], tenant: found[0]?.id })
    const mails = async () => {
      await settle()
      const { rows } = await systemPool().query<{ problem: string; to: string }>(
        `select "to", data ->> 'problem' as problem from emails where kind = 'backupTroubled'`,
      )

      return rows
    }
    await keepBackups({ now: new Date(), payload: payload() })
    await keepBackups({ now: new Date(), payload: payload() })
    expect(await mails()).toEqual([{ problem: 'notRestored', to: expect.any(String) }])
    await writeFile(part ?? '', before)
    expect(await keepBackups({ now: new Date(), payload: payload() })).toMatchObject({
      drill: 'passed',
      ok: true,
    })
  })
})
