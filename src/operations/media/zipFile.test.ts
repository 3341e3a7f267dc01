import { createHash } from 'node:crypto'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'

import { memberBytes, memberStream, openArchive } from '@/operations/catalog/transfer/archive'

import { zipWriter } from './zipFile'

const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const sourceOf = (bytes: Buffer) => ({
  read: (from: number, length: number) => Promise.resolve(bytes.subarray(from, from + length)),
  size: bytes.length,
})

const written = async (files: [name: string, content: Buffer, isText?: boolean][]) => {
  const folder = await mkdtemp(join(tmpdir(), 'zip-'))
  try {
    const path = join(folder, 'a.zip')
    const file = await open(path, 'w')
    const zip = zipWriter(file)
    for (const [name, content, isText] of files) {
      await zip.add(name, isText ? content : Readable.from([content]), { isText })
    }
    await zip.end()
    await file.close()

    return await readFile(path)
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('writing an archive', () => {
  const words = Buffer.from('Light. '.repeat(10_000))
  const noise = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251))

  it('is read again, packed and plain, with names in any script', async () => {
    const bytes = await written([
      ['שלום/мир.txt', words, true],
      ['noise.bin', noise],
      ['empty', Buffer.alloc(0)],
    ])
    const archive = await openArchive(sourceOf(bytes))

    expect([...archive.entries.keys()]).toEqual(['שלום/мир.txt', 'noise.bin', 'empty'])
    expect(bytes.length).toBeLessThan(words.length / 5)
    for (const [name, content] of [
      ['שלום/мир.txt', words],
      ['noise.bin', noise],
      ['empty', Buffer.alloc(0)],
    ] as const) {
      const read = await memberBytes(archive, name, { most: 1e6, sha256: sha(content) })
      expect(read.equals(content)).toBe(true)
    }
  })

  it('is the same archive for the same files', async () => {
    const files: [string, Buffer, boolean][] = [['a', words, true]]

    expect((await written(files)).equals(await written(files))).toBe(true)
  })
})

describe('reading a file of an archive', () => {
  it('fails where its bytes are not those it is said to have', async () => {
    const content = Buffer.from('As it was.')
    const bytes = await written([['a', content]])
    const at = bytes.indexOf('As it was.')
    bytes.write('As it is!!', at)
    const archive = await openArchive(sourceOf(bytes))
    const all = async () => {
      for await (const part of await memberStream(archive, 'a', sha(content))) {
        expect(part).toBeDefined()
      }
    }

    await expect(all()).rejects.toMatchObject({ reason: { code: 'hashWrong' } })
    await expect(
      memberBytes(archive, 'a', { most: 100, sha256: sha(content) }),
    ).rejects.toMatchObject({ reason: { code: 'hashWrong' } })
  })

  it('fails where it unpacks to more than it says', async () => {
    const bytes = await written([['a', Buffer.from('x'.repeat(1000)), true]])
    const central = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    bytes.writeUInt32LE(10, central + 24)
    const archive = await openArchive(sourceOf(bytes))

    await expect(memberBytes(archive, 'a', { most: 100 })).rejects.toMatchObject({
      reason: { code: 'archiveBomb' },
    })
  })
})
