import { sql } from '@payloadcms/db-postgres'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'

import type { LoggedRequest } from '@/test/edge/log'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { edgeFolder } from '@/domain/media/edges'
import { env } from '@/env'
import { LOGS } from '@/test/edge/log'
import { edgeServer } from '@/test/edge/server'
import { send } from '@/test/e2e/http'
import { classrooms } from '@/test/factories/learning'
import { requestOf, testPayload } from '@/test/harness'
import {
  hostOfSchool,
  openIn,
  readyVideo,
  SEGMENT,
  signedInBrowser,
  streamServer,
} from '@/test/streams'

import { readEdgeLog } from './edgeLogs'
import { videoTraffic } from './videoTraffic'

const payload = testPayload()

const [KEY, SECRET] = ['the key of the tokens', 'what the network says to us']
const PATH = 'v240/00000.ts'
const DAY = 24 * 3_600_000

let server: Awaited<ReturnType<typeof streamServer>>
let edge: Awaited<ReturnType<typeof edgeServer>> | undefined
beforeAll(async () => {
  server = await streamServer(payload())
})
afterEach(async () => {
  await edge?.close()
  edge = undefined
  Object.assign(env(), {
    STREAM_CDN_KEY: undefined,
    STREAM_CDN_PROVIDER: undefined,
    STREAM_CDN_SECRET: undefined,
    STREAM_CDN_URL: undefined,
  })
})
afterAll(() => server.close())

const edgeOf = async (provider: 'bunny' | 'cloudflare' | 'fastly') => {
  edge = await edgeServer({ key: KEY, origin: server.port, provider, secret: SECRET })
  Object.assign(env(), {
    STREAM_CDN_KEY: KEY,
    STREAM_CDN_PROVIDER: provider,
    STREAM_CDN_SECRET: SECRET,
    STREAM_CDN_URL: edge.url,
  })

  return edge
}

/** A school with a film that two learners may watch. */
const school = async () => {
  const rooms = classrooms(payload())
  const { course, first, learner, tenant } = await rooms.classroom({ lessons: [{}] })
  const second = await rooms.user({ tenant })
  await rooms.enrolled({ course, learner: second.id, tenant })
  const video = await readyVideo({ lessons: [first], tenant })
  const host = await hostOfSchool(tenant)
  /** Fetches the film's segment so many times as somebody who opened it. */
  const watch = async (user: { id: string }, times: number) => {
    const browser = await signedInBrowser({ host, tenant, user })
    const { body } = await openIn(browser, { lesson: first, tenant })
    const {
      host: at,
      pathname,
      port,
      search,
    } = new URL(`${body.edge?.home}${PATH}${body.edge?.after}`)
    for (let time = 0; time < times; time += 1) {
      const { status } = await send({ host: at, path: `${pathname}${search}`, port: Number(port) })
      expect(status).toBe(200)
    }
  }

  return {
    learner,
    second,
    tenant,
    url: edgeFolder({ run: video.run, tenant, video: video.id }) + PATH,
    video: video.id,
    watch,
  }
}

const sentTo = (tenant: string) =>
  asTenant(tenant, async () =>
    rows<{ bytes: number; day: string; video: string; viewer: string }>(
      await requestOf(),
      sql`select day, viewer, video, bytes::float8 as bytes from video_traffic order by bytes desc, viewer`,
    ),
  )

const inPieces = (log: Buffer | string, size = 1000): Readable => {
  const bytes = Buffer.from(log)

  return Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
      bytes.subarray(at * size, (at + 1) * size),
    ),
  )
}

const noted = (url: string, given: Partial<LoggedRequest> = {}): LoggedRequest => ({
  id: crypto.randomUUID(),
  at: Date.now(),
  bytes: 1000,
  method: 'GET',
  status: 200,
  url,
  ...given,
})

const today = () => new Date().toISOString().slice(0, 10)

describe.each(['bunny', 'cloudflare', 'fastly'] as const)(
  'the log of a network like %s',
  (provider) => {
    it('is counted by viewer, film and day as what was sent, and twice as once', async () => {
      const network = await edgeOf(provider)
      const here = await school()
      const other = await school()
      await here.watch(here.learner, 3)
      await here.watch(here.second, 1)
      await other.watch(other.learner, 2)
      const log = gzipSync(LOGS[provider](network.state.logged))
      const count = await readEdgeLog(inPieces(log))

      expect(count).toMatchObject({ again: 0, bytes: 6 * SEGMENT.length, counted: 6, unread: 0 })
      const mine = [
        { bytes: 3 * SEGMENT.length, day: today(), video: here.video, viewer: here.learner.id },
        { bytes: SEGMENT.length, day: today(), video: here.video, viewer: here.second.id },
      ]
      expect(await sentTo(here.tenant)).toEqual(mine)
      expect(await sentTo(other.tenant)).toEqual([
        { bytes: 2 * SEGMENT.length, day: today(), video: other.video, viewer: other.learner.id },
      ])
      expect(await readEdgeLog(inPieces(log))).toMatchObject({ again: 6, bytes: 0, counted: 0 })
      await here.watch(here.second, 1)
      const overlapping = LOGS[provider](network.state.logged.slice(3))
      expect(await readEdgeLog(inPieces(overlapping))).toMatchObject({ again: 3, counted: 1 })

      expect(await sentTo(here.tenant)).toEqual([
        mine[0],
        { ...mine[1], bytes: 2 * SEGMENT.length },
      ])
      const { edgeUntil, uncounted } = await asTenant(here.tenant, async () =>
        videoTraffic({ now: new Date(), req: await requestOf() }),
      )
      expect(uncounted).toEqual([])
      expect(Date.now() - Date.parse(edgeUntil ?? '')).toBeLessThan(DAY)
    })
  },
)

describe.each(['cloudfront', 'nginx'] as const)('a log as %s writes it', (format) => {
  it('is counted once, line by line, by however many read it at once', async () => {
    const { tenant, url, video } = await school()
    const all = Array.from({ length: 5000 }, (_, at) =>
      noted(url, { at: Date.now() - (at % 2) * DAY }),
    )
    const log = LOGS[format](all)
    const counts = await Promise.all([1, 2, 3].map(() => readEdgeLog(inPieces(log, 65_536))))

    expect(counts.reduce((sum, { counted }) => sum + counted, 0)).toBe(5000)
    expect(counts.reduce((sum, { again }) => sum + again, 0)).toBe(10_000)
    const sent = await sentTo(tenant)
    expect(sent).toMatchObject([
      { bytes: 2_500_000, video, viewer: 'visitor' },
      { bytes: 2_500_000, video, viewer: 'visitor' },
    ])
    expect(new Set(sent.map(({ day }) => day)).size).toBe(2)
  })
})

describe('a log that is not as it should be', () => {
  it('counts nothing for a school of a film that is another’s, nor what is no segment or was refused', async () => {
    const [here, other] = [await school(), await school()]
    const foreign = here.url.replace(here.video, other.video)
    const log = LOGS.fastly([
      noted(foreign),
      noted(here.url.replace(here.video, crypto.randomUUID())),
      noted(here.url.replace(here.tenant, crypto.randomUUID())),
      noted(here.url.replace(PATH, 'master.m3u8')),
      noted(here.url, { status: 403 }),
      noted('/favicon.ico'),
    ])

    expect(await readEdgeLog(inPieces(log))).toEqual({
      again: 0,
      bytes: 0,
      counted: 0,
      other: 6,
      unread: 0,
    })
    expect([await sentTo(here.tenant), await sentTo(other.tenant)]).toEqual([[], []])
  })

  it('has its hostile lines skipped and told of, and the others counted', async () => {
    const { tenant, url } = await school()
    const line = (given: object) => `${JSON.stringify({ ...noted(url), ...given })}\n`
    const hostile = [
      '\u0000\u0001\u0002\n',
      `{"url":"${'a'.repeat(200_000)}"}\n`,
      `${'['.repeat(20_000)}\n`,
      line({ bytes: -5 }),
      line({ bytes: 1e300 }),
      line({ at: Date.now() + DAY, time: Date.now() + DAY }),
      line({ time: '0001-01-01T00:00:00Z' }),
      line({ time: Date.now() - 60 * DAY }),
      line({ time: "now'); drop table video_traffic; --" }),
      '192.0.2.1 - - [99/Zzz/2026:99:99:99 +0000] "GET / HTTP/1.1" 200 1\n',
    ]
    const good = line({ time: Date.now() })
    const unfinished = good.trimEnd()
    const log = `${hostile.join(good)}\n${unfinished}`

    expect(await readEdgeLog(inPieces(log))).toEqual({
      again: hostile.length - 2,
      bytes: 1000,
      counted: 1,
      other: 0,
      unread: hostile.length,
    })
    expect(await sentTo(tenant)).toMatchObject([{ bytes: 1000 }])
  })

  it('is counted as far as it goes where it ends in the middle, and to its end when it is whole', async () => {
    const { url } = await school()
    const log = gzipSync(LOGS.cloudfront(Array.from({ length: 9000 }, () => noted(url))))
    await expect(readEdgeLog(inPieces(log.subarray(0, log.length - 500)))).rejects.toThrow()
    const { again, counted } = await readEdgeLog(inPieces(log))

    expect(counted).toBeGreaterThan(0)
    expect(again).toBeGreaterThan(0)
    expect(again + counted).toBe(9000)
  })

  it('holds a few lines of it at a time, however long it is', async () => {
    const { url } = await school()
    const [line = ''] = LOGS.fastly([noted(url)]).split('\n')
    const piece = Buffer.from(`${line}\n`.repeat(200))
    const most = { bytes: 0 }
    const long = function* (): Generator<Buffer> {
      for (let time = 0; time < 1500; time += 1) {
        yield piece
        most.bytes = Math.max(most.bytes, process.memoryUsage().arrayBuffers)
      }
    }
    const before = process.memoryUsage().arrayBuffers

    expect(await readEdgeLog(Readable.from(long()))).toMatchObject({ again: 299_999, counted: 1 })
    expect(most.bytes - before).toBeLessThan(100 * 1024 ** 2)
  })

  it('leaves nothing behind of answers that could not be counted again', async () => {
    const { url } = await school()
    const now = Date.now()
    await readEdgeLog(inPieces(LOGS.fastly([noted(url, { at: now - 30 * DAY })])), now)
    await readEdgeLog(inPieces(''), now + 12 * DAY)
    const { rows: left } = await systemPool().query<{ old: number }>(
      'select count(*)::int as old from lectern_edge_lines where at < $1',
      [new Date(now - 29 * DAY)],
    )

    expect(left).toEqual([{ old: 0 }])
  })
})

/** How long the command may take to start on a machine that is busy, in ms. */
const PATIENCE = 300_000

/** Runs the command as whoever keeps the platform does, with the environment of this test. */
const command = async (...logs: string[]) => {
  const child = spawn('npm', ['run', '--silent', 'edge-logs', '--', ...logs], {
    env: process.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])

  return { code: code as number, said }
}

describe('npm run edge-logs', () => {
  it(
    'counts the logs that it is given, says what became of their lines, and counts none twice',
    async () => {
      const { tenant, url } = await school()
      const folder = await mkdtemp(path.join(os.tmpdir(), 'lectern-logs-'))
      const log = path.join(folder, 'edge.log.gz')
      const missing = path.join(folder, 'none.log')
      await writeFile(log, gzipSync(LOGS.fastly([noted(url), noted(url), noted('/favicon.ico')])))
      try {
        const first = await command(path.relative(process.cwd(), log))
        expect(first.said).toContain(
          `${log}: 2 lines counted, 2000 bytes; 0 were counted before, 1 are of nothing that is counted, 0 could not be read.`,
        )
        expect(first.code).toBe(0)
        expect(await sentTo(tenant)).toMatchObject([{ bytes: 2000, viewer: 'visitor' }])

        const again = await command(missing, log)
        expect(again.said).toContain(`${missing}: not read to its end`)
        expect(again.said).toContain(`${log}: 0 lines counted, 0 bytes; 2 were counted before`)
        expect(again.code).toBe(1)
        expect(await sentTo(tenant)).toMatchObject([{ bytes: 2000 }])
      } finally {
        await rm(folder, { force: true, recursive: true })
      }
    },
    PATIENCE,
  )

  it(
    'says what it wants where it is given nothing',
    async () => {
      const { code, said } = await command()
      expect([code, said]).toEqual([1, expect.stringContaining('Name the logs to be read.')])
    },
    PATIENCE,
  )
})
