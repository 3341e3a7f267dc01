import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { BLOCK_BYTES } from './blocks'
import { diskArrivals } from './diskArrivals'

let root: string
const pathOf = (key: string) => join(root, key)
const arrivals = diskArrivals(pathOf)

const parts = async function* (bytes: Buffer, each: number, breaksAt = Infinity) {
  for (let at = 0; at < bytes.length; at += each) {
    if (at >= breaksAt) {
      throw new Error('the line broke')
    }
    yield await Promise.resolve(bytes.subarray(at, at + each))
  }
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-arrivals-'))
})
afterAll(() => rm(root, { force: true, recursive: true }))

it.each([
  ['nothing', 0],
  ['less than a block', 1000],
  ['one block', BLOCK_BYTES],
  ['blocks and a rest', 5 * BLOCK_BYTES + 777],
])('writes %s as it came', async (name, size) => {
  const bytes = randomBytes(size)
  const there = await arrivals.write({ body: parts(bytes, 65_537), key: `a/${name}`, offset: 0 })

  expect(there).toBe(size)
  expect((await readFile(pathOf(`a/${name}`))).equals(bytes)).toBe(true)
})

it('keeps what came before a break, and goes on from any byte', async () => {
  const bytes = randomBytes(9 * BLOCK_BYTES + 5)
  const broken = arrivals.write({
    body: parts(bytes, 100_003, 3 * BLOCK_BYTES),
    key: 'a/broken',
    offset: 0,
  })
  await expect(broken).rejects.toThrow('the line broke')
  const there = await arrivals.size('a/broken')
  expect(there).toBeGreaterThanOrEqual(3 * BLOCK_BYTES)
  expect(there % BLOCK_BYTES).not.toBe(0)
  await arrivals.write({
    body: parts(bytes.subarray(there), 65_536),
    key: 'a/broken',
    offset: there,
  })

  expect((await readFile(pathOf('a/broken'))).equals(bytes)).toBe(true)
})

it('mixes up no two of many that come at once, more than share its blocks', async () => {
  const files = Array.from({ length: 40 }, () => randomBytes(2 * BLOCK_BYTES + 11))
  await Promise.all(
    files.map((bytes, at) =>
      arrivals.write({ body: parts(bytes, 300_000), key: `a/many-${at}`, offset: 0 }),
    ),
  )

  for (const [at, bytes] of files.entries()) {
    expect((await readFile(pathOf(`a/many-${at}`))).equals(bytes)).toBe(true)
  }
})
