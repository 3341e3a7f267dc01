import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createReadStream, statSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'

import type { Storage } from './types'

import { diskStorage } from './disk'
import { s3Storage } from './s3'

type Place = { close: () => Promise<void>; storage: Storage }

const disk = async (): Promise<Place> => {
  const root = await mkdtemp(join(tmpdir(), 'lectern-disk-'))

  return { close: () => rm(root, { force: true, recursive: true }), storage: diskStorage(root) }
}

const s3 = async (): Promise<Place> => {
  const directory = await mkdtemp(join(tmpdir(), 'lectern-s3-'))
  const server = new S3rver({
    address: '127.0.0.1',
    configureBuckets: [{ name: 'lectern', configs: [] }],
    directory,
    port: 0,
    silent: true,
  })
  const { port } = await server.run()

  return {
    close: async () => {
      await server.close()
      await rm(directory, { force: true, recursive: true })
    },
    storage: s3Storage({
      accessKeyId: 'S3RVER',
      bucket: 'lectern',
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      secretAccessKey: 'S3RVER',
    }),
  }
}

describe.each([
  ['disk', disk],
  ['S3', s3],
])('storage on %s', (_name, open) => {
  let place: Place
  const key = 'school-a/covers/Cover 1 — קורס.txt'
  const body = Buffer.from('0123456789')

  beforeAll(async () => {
    place = await open()
  })
  afterAll(() => place.close())

  it('gives back what was put, with its type, size and a quoted etag', async () => {
    await place.storage.put({ body, contentType: 'text/plain', key })
    const found = await place.storage.get({ key })

    expect(found).toMatchObject({ contentType: 'text/plain', size: 10 })
    expect(found?.etag).toMatch(/^"[^"]+"$/)
    expect(found && (await buffer(found.stream)).toString()).toBe('0123456789')
    expect(await place.storage.head(key)).toMatchObject({ etag: found?.etag, size: 10 })
  })

  it('lists what is there with the etags of its heads, all of it or one folder’s', async () => {
    await place.storage.put({ body, contentType: 'text/plain', key })
    await place.storage.put({ body, contentType: 'text/plain', key: 'school-b/one/two.txt' })
    const listed = async (folder?: string) => {
      const found = []
      for await (const { etag, key: at, size } of place.storage.list(folder)) {
        found.push({ etag, key: at, size })
      }

      return found
    }
    const head = await place.storage.head(key)

    expect(await listed()).toContainEqual({ etag: head?.etag, key, size: 10 })
    expect((await listed('school-b')).map((one) => one.key)).toEqual(['school-b/one/two.txt'])
    expect(await listed('school-c')).toEqual([])
  })

  it('gives a range of bytes and still tells the size of the whole', async () => {
    await place.storage.put({ body, contentType: 'text/plain', key })
    const found = await place.storage.get({ key, range: { end: 4, start: 2 } })

    expect(found).toMatchObject({ range: { end: 4, start: 2 }, size: 10 })
    expect(found && (await buffer(found.stream)).toString()).toBe('234')
  })

  it('takes a stream, and replaces an object whole under a new etag', async () => {
    await place.storage.put({ body, contentType: 'text/plain', key })
    const before = await place.storage.head(key)
    const stream = Readable.from([Buffer.from('another '), Buffer.from('text')])
    await place.storage.put({ body: stream, contentType: 'text/vtt', key })
    const found = await place.storage.get({ key })

    expect(found).toMatchObject({ contentType: 'text/vtt', size: 12 })
    expect(found?.etag).not.toBe(before?.etag)
    expect(found && (await buffer(found.stream)).toString()).toBe('another text')
  })

  it('takes a file from this machine', async () => {
    const film = 'media/seed/lesson-he.mp4'
    await place.storage.put({ body: createReadStream(film), contentType: 'video/mp4', key })

    expect(await place.storage.head(key)).toMatchObject({ size: statSync(film).size })
  })

  it('answers null for what is not there, and deletes twice without complaint', async () => {
    await place.storage.put({ body, contentType: 'text/plain', key })
    await place.storage.delete(key)
    await place.storage.delete(key)

    expect(await place.storage.get({ key })).toBeNull()
    expect(await place.storage.head(key)).toBeNull()
    expect(await place.storage.head('school-b/never.txt')).toBeNull()
  })

  it('deletes a folder with all that is in it, and nothing beside it', async () => {
    for (const inside of ['school-a/f/1.txt', 'school-a/f/deep/2.txt', 'school-a/fine.txt']) {
      await place.storage.put({ body, contentType: 'text/plain', key: inside })
    }
    await place.storage.deleteFolder('school-a/f')
    await place.storage.deleteFolder('school-a/f')

    expect(await place.storage.head('school-a/f/1.txt')).toBeNull()
    expect(await place.storage.head('school-a/f/deep/2.txt')).toBeNull()
    expect(await place.storage.head('school-a/fine.txt')).not.toBeNull()
  })

  it.each(['alone', '../up/x', 'a/../b', 'a//b', '/a/b', 'a/b\\c', 'a/\0', '.types/a', 'a/.part'])(
    'refuses the key %j',
    async (wrong) => {
      const { storage } = place

      await expect(storage.head(wrong)).rejects.toThrow('Not a storage key')
      await expect(storage.get({ key: wrong })).rejects.toThrow('Not a storage key')
      await expect(storage.delete(wrong)).rejects.toThrow('Not a storage key')
      await expect(storage.put({ body, contentType: 'text/plain', key: wrong })).rejects.toThrow(
        'Not a storage key',
      )
    },
  )
})

it('leaves nothing of a put that broke off', async () => {
  const root = await mkdtemp(join(tmpdir(), 'lectern-broken-'))
  const storage = diskStorage(root)
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half')
      await Promise.resolve()
      throw new Error('the line broke')
    })(),
  )

  await expect(
    storage.put({ body: broken, contentType: 'text/plain', key: 'school-a/half.txt' }),
  ).rejects.toThrow('the line broke')
  expect(await storage.head('school-a/half.txt')).toBeNull()
  expect(await readdir(join(root, 'school-a'))).toEqual([])
  await rm(root, { force: true, recursive: true })
})
