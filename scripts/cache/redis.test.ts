import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import type { ChildProcess } from 'node:child_process'

import { Redis } from 'ioredis'

import type { Store } from './store.mjs'

import { freePort } from '../runtime/postgres/server.mjs'
import { cacheHandlerOn } from './handler.mjs'
import { openStore } from './store.mjs'

const SERVER = '/usr/bin/redis-server'
const folder = mkdtempSync(path.join(tmpdir(), 'lectern-cache-'))
const stores: Store[] = []
let redis: ChildProcess
let url: string

const page = (tags: string) => ({
  headers: { 'x-next-cache-tags': tags },
  html: '<h1>Свет · אור</h1>',
  kind: 'APP_PAGE',
  postponed: undefined,
  rscData: Buffer.from([0, 255, 10, 13, 128]),
  segmentData: new Map([['/_tree', Buffer.from([1, 2, 0])]]),
  status: 200,
})

const read = (tags: string[]) => ({
  data: { body: '{"a":1}', headers: {}, status: 200, url: '' },
  kind: 'FETCH',
  revalidate: 4294967294,
  tags,
})

/** Where a server of the given build runs. */
const distOf = (build: string) => {
  const dist = path.join(folder, build)
  mkdirSync(path.join(dist, 'server'), { recursive: true })
  writeFileSync(path.join(dist, 'BUILD_ID'), build)

  return path.join(dist, 'server')
}

/** A web server of its own: its connection, and a handler as Next makes one for each request. */
const server = async (build = 'one') => {
  const said: string[] = []
  const store = openStore({ say: (line) => said.push(line), url })
  stores.push(store)
  const Handler = cacheHandlerOn(store)
  while (!(await store.read('ready'))) {
    await sleep(10)
  }

  return { request: () => new Handler({ serverDistDir: distOf(build) }), said }
}

const keep = async (
  { request }: Awaited<ReturnType<typeof server>>,
  { data, key = `/${randomUUID()}`, tags }: { data: object; key?: string; tags?: string[] },
) => {
  const handler = request()
  await handler.get(key, {})
  await handler.set(key, data as never, { tags })

  return key
}

beforeAll(async () => {
  if (!existsSync(SERVER)) {
    throw new Error(`There is no ${SERVER}: install it (apt-get install redis-server).`)
  }
  const port = await freePort()
  url = `redis://127.0.0.1:${port}`
  redis = spawn(SERVER, ['--port', String(port), '--bind', '127.0.0.1', '--save', ''], {
    cwd: folder,
    stdio: 'ignore',
  })
})

afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()))
  redis.kill('SIGKILL')
  rmSync(folder, { force: true, recursive: true })
})

describe('the cache in Redis', () => {
  it.each([
    ['a page with its segments', page('a')],
    [
      'a route’s answer',
      { body: Buffer.from([0, 200]), headers: {}, kind: 'APP_ROUTE', status: 200 },
    ],
    ['a cached read', read([])],
    [
      'a picture',
      {
        buffer: Buffer.from([9, 0]),
        etag: 'e',
        extension: 'webp',
        kind: 'IMAGE',
        upstreamEtag: 'u',
      },
    ],
  ])('gives another server %s as it was', async (_, data) => {
    const key = await keep(await server(), { data })
    const answer = await (await server()).request().get(key, {})

    expect(answer?.value).toEqual(data)
    expect(Math.abs((answer?.lastModified ?? 0) - Date.now())).toBeLessThan(60_000)
  })

  it('keeps how long an entry is good', async () => {
    const { request } = await server()
    const cacheControl = { expire: 7200, revalidate: 60 }
    await request().set('/timed', page('t') as never, { cacheControl })

    expect((await request().get('/timed'))?.cacheControl).toEqual(cacheControl)
  })

  it('drops what a tag names for every server at once, and nothing else', async () => {
    const [a, b] = [await server(), await server()]
    const mine = await keep(a, { data: page('x,school:1') })
    const other = await keep(a, { data: page('x,school:2') })
    const held = await keep(a, { data: read([]), tags: ['school:1'] })
    const soft = await keep(a, { data: read([]) })
    await a.request().revalidateTag(['school:1', '_N_T_/soft'])

    expect(await b.request().get(mine)).toBeNull()
    expect(await b.request().get(held, { tags: ['school:1'] })).toBeNull()
    expect(await b.request().get(soft, { softTags: ['_N_T_/soft'] })).toBeNull()
    expect(await b.request().get(other)).not.toBeNull()
    expect(await b.request().get(soft)).not.toBeNull()
    await keep(b, { data: page('x,school:1'), key: mine })
    expect(await a.request().get(mine)).not.toBeNull()
  })

  it('does not keep what was rendered from before a change', async () => {
    const { request } = await server()
    const rendering = request()
    await rendering.get('/slow')
    await request().revalidateTag('slow')
    await rendering.set('/slow', page('slow') as never)

    expect(await request().get('/slow')).toBeNull()
  })

  it('keeps builds apart, and tells both of a change', async () => {
    const [old, young] = [await server('one'), await server('two')]
    const key = await keep(old, { data: page('b') })

    expect(await young.request().get(key)).toBeNull()
    await young.request().revalidateTag('b')
    expect(await old.request().get(key)).toBeNull()
  })

  it('forgets what is set to nothing', async () => {
    const { request } = await server()
    await request().set('/gone', page('g') as never)
    await request().set('/gone', null)

    expect(await request().get('/gone')).toBeNull()
  })

  it('misses what it cannot read', async () => {
    const { request } = await server()
    await request().set('/damaged', page('d') as never)
    const raw = new Redis(url)
    await raw.hset('lectern:cache:entry:one:/damaged', 'bytes', 'no such thing')
    raw.disconnect()

    expect(await request().get('/damaged')).toBeNull()
  })
})

describe('a Redis that is away', () => {
  it('is a miss, and what was to be dropped meanwhile is dropped when it is back', async () => {
    const [a, b] = [await server(), await server()]
    const key = await keep(a, { data: page('away') })
    redis.kill('SIGSTOP')
    expect(await a.request().get(key)).toBeNull()
    await a.request().set('/lost', page('l') as never)
    await a.request().revalidateTag('away')
    redis.kill('SIGCONT')
    expect(await b.request().get(key)).not.toBeNull()
    while (!(await a.request().get('/there'))) {
      await a.request().set('/there', page('t') as never)
      await sleep(50)
    }

    expect(await a.request().get(key)).toBeNull()
    expect(await b.request().get(key)).toBeNull()
    expect(await b.request().get('/lost')).toBeNull()
    expect(a.said).toHaveLength(2)
  })

  it('that never was is a miss', async () => {
    const store = openStore({ say: () => {}, url: `redis://127.0.0.1:${await freePort()}` })
    stores.push(store)
    const handler = new (cacheHandlerOn(store))({})
    await handler.set('/x', page('x') as never)
    await handler.revalidateTag('x')

    expect(await handler.get('/x')).toBeNull()
  })
})
