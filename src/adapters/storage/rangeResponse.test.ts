import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Storage } from './types'

import { diskStorage } from './disk'
import { dispositionOf, rangeOf, rangeResponse } from './rangeResponse'

describe('a Range header', () => {
  it.each([
    [null, 'whole'],
    ['items=0-1', 'whole'],
    ['bytes=-', 'whole'],
    ['bytes=5-2', 'whole'],
    ['bytes=0-1,4-5', 'whole'],
    ['bytes=0-', { end: 9, start: 0 }],
    ['bytes=2-4', { end: 4, start: 2 }],
    ['bytes=8-99', { end: 9, start: 8 }],
    ['bytes=-3', { end: 9, start: 7 }],
    ['bytes=-99', { end: 9, start: 0 }],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=10-', 'unsatisfiable'],
  ])('%j of ten bytes asks for %j', (header, asked) => {
    expect(rangeOf(header, 10)).toEqual(asked)
  })
})

it('names a file for every script and offers active content as a download', () => {
  expect(dispositionOf('שיעור "1".mp4', 'video/mp4')).toBe(
    `inline; filename="_____ _1_.mp4"; filename*=UTF-8''${encodeURIComponent('שיעור "1".mp4')}`,
  )
  expect(dispositionOf('a.svg', 'image/svg+xml')).toContain('attachment;')
  expect(dispositionOf('a.html', 'text/html')).toContain('attachment;')
})

describe('the response for a stored object', () => {
  let root: string
  let storage: Storage
  const key = 'school/clip.mp4'
  const ask = (headers: Record<string, string> = {}, method = 'GET') =>
    rangeResponse({ key, request: { headers: new Headers(headers), method }, storage })

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'lectern-range-'))
    storage = diskStorage(root)
    await storage.put({ body: Buffer.from('0123456789'), contentType: 'video/mp4', key })
  })
  afterAll(() => rm(root, { force: true, recursive: true }))

  it('is the whole object, private and not to be sniffed', async () => {
    const response = await ask()

    expect(response?.status).toBe(200)
    expect(Object.fromEntries(response?.headers ?? [])).toMatchObject({
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-cache',
      'content-length': '10',
      'content-type': 'video/mp4',
      'x-content-type-options': 'nosniff',
    })
    expect(await response?.text()).toBe('0123456789')
  })

  it('is 206 with the bytes asked for', async () => {
    const response = await ask({ range: 'bytes=3-5' })

    expect(response?.status).toBe(206)
    expect(response?.headers.get('content-range')).toBe('bytes 3-5/10')
    expect(response?.headers.get('content-length')).toBe('3')
    expect(await response?.text()).toBe('345')
  })

  it('is 416 beyond the end', async () => {
    const response = await ask({ range: 'bytes=10-' })

    expect(response?.status).toBe(416)
    expect(response?.headers.get('content-range')).toBe('bytes */10')
  })

  it('is 304 for a client that has it, and the whole when its part is of another version', async () => {
    const etag = (await ask())?.headers.get('etag') ?? ''

    expect((await ask({ 'if-none-match': `"x", W/${etag}` }))?.status).toBe(304)
    expect((await ask({ 'if-range': etag, range: 'bytes=0-1' }))?.status).toBe(206)
    expect((await ask({ 'if-range': '"x"', range: 'bytes=0-1' }))?.status).toBe(200)
  })

  it('has no body for HEAD and is null where nothing is stored', async () => {
    const response = await ask({}, 'HEAD')

    expect(response?.headers.get('content-length')).toBe('10')
    expect(await response?.text()).toBe('')
    expect(
      await rangeResponse({ key: 'school/none', request: new Request('http://a'), storage }),
    ).toBeNull()
  })
})
