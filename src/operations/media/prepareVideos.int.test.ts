import { type ChildProcess, spawn } from 'node:child_process'
import { createDecipheriv } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'

import { afterEach, describe, expect, it } from '@jest/globals'

import type { Ladder } from '@/domain/media/videos'

import { storage } from '@/adapters/storage'
import { systemPool } from '@/database/hosts'
import { mediaKey, videoFolder, videoKey } from '@/domain/media/keys'
import { env } from '@/env'
import { clip } from '@/test/clips'
import { factories } from '@/test/factories'
import { uploaded } from '@/test/factories/files'
import { settle, testPayload } from '@/test/harness'

import { startPreparing } from './prepareVideos'
import { segmentKey, videoSecret } from './segmentKey'
import { claim } from './videos/lease'

const payload = testPayload()

const PATIENCE_MS = 120_000

const school = async () => (await factories(payload()).tenant()).id

const upload = async (tenant: string, data: Buffer, name = 'clip.mp4', type = 'video/mp4') => {
  const id = await uploaded(payload(), { name, type, data, tenant })
  await settle()

  return id
}

type Video = {
  attempts: number
  detail: null | string
  duration: number
  height: number
  ladder: Ladder
  percent: number
  reason: null | string
  run: string
  runner: null | string
  secret: string
  status: string
  width: number
}

const videoOf = async (id: string): Promise<Video> => {
  const { rows } = await systemPool().query<Video>(
    `select status::text, percent::float8, reason, detail, run, runner, attempts::int, secret, ladder,
       duration::float8, width::float8, height::float8 from videos where id = $1`,
    [id],
  )
  if (!rows[0]) {
    throw new Error('There is no such video.')
  }

  return rows[0]
}

const until = async (id: string, isIt: (video: Video) => boolean | Promise<boolean>): Promise<Video> => {
  const end = Date.now() + PATIENCE_MS
  for (;;) {
    const video = await videoOf(id)
    if (await isIt(video)) {
      return video
    }
    if (Date.now() > end) {
      throw new Error(`It never came to that: ${JSON.stringify(video)}`)
    }
    await wait(30)
  }
}

let stop: (() => Promise<void>) | undefined
let worker: ChildProcess | undefined
afterEach(async () => {
  await stop?.()
  stop = undefined
  worker?.kill('SIGKILL')
})

const work = async () => {
  ;({ stop } = await startPreparing({ payload: payload() }))
}

const text = async (key: string): Promise<string> =>
  ((await bytes(key)) ?? Buffer.alloc(0)).toString('utf8')

const bytes = async (key: string): Promise<Buffer | null> => {
  const found = await storage().get({ key })

  return found && buffer(found.stream)
}

/** The folders that lie in the storage for a video. */
const foldersOf = (tenant: string, id: string): Promise<string[]> =>
  readdir(path.join(env().UPLOADS_DIR, videoFolder({ id, tenant }))).catch(() => [])

describe('a film', () => {
  it(
    'is prepared, encrypted and described, and stays as it was uploaded',
    async () => {
      const tenant = await school()
      const film = await clip({ seconds: 7, size: '426x240' })
      const id = await upload(tenant, film)
      await work()
      const video = await until(id, ({ status }) => ['failed', 'ready'].includes(status))
      const at = (name: string) => videoKey({ id, path: name, run: video.run, tenant })

      expect(video).toMatchObject({ attempts: 1, height: 240, percent: 100, reason: null, status: 'ready', width: 426 })
      expect(video.duration).toBeCloseTo(7, 0)
      expect(video.ladder.renditions.map(({ name }) => name)).toEqual(['v240', 'a'])
      expect(await text(at('master.m3u8'))).toContain('RESOLUTION=426x240,AUDIO="sound"')
      const playlist = await text(at('v240/index.m3u8'))
      expect(playlist).toContain('#EXT-X-KEY:METHOD=AES-128,URI="key/0"')
      expect(playlist).toContain('00001.ts')
      expect(await text(at('story.vtt'))).toContain('story/0.webp#xywh=160,0,160,90')
      expect((await storage().head(at('poster.webp')))?.contentType).toBe('image/webp')

      const sealed = (await bytes(at('v240/00001.ts'))) ?? Buffer.alloc(0)
      const secret = videoSecret({ sealed: video.secret, tenant })
      const key = segmentKey({ place: 0, rendition: 'v240', run: video.run, secret })
      const iv = Buffer.alloc(16)
      iv.writeUInt32BE(1, 12)
      const decipher = createDecipheriv('aes-128-cbc', key, iv)
      const plain = Buffer.concat([decipher.update(sealed), decipher.final()])
      expect(sealed[0] === 0x47 && sealed[188] === 0x47).toBe(false)
      expect([plain[0], plain[188], plain.length % 188]).toEqual([0x47, 0x47, 0])
      expect(sealed.length + ((await bytes(at('v240/00000.ts')))?.length ?? 0)).toBe(
        video.ladder.renditions[0]?.bytes,
      )
      expect(await bytes(mediaKey({ id, filename: 'clip.mp4', tenant }))).toEqual(film)
    },
    PATIENCE_MS,
  )

  it(
    'of sound alone has a waveform',
    async () => {
      const tenant = await school()
      const id = await upload(tenant, await clip({ type: 'mp3', size: null }), 'talk.mp3', 'audio/mpeg')
      await work()
      const video = await until(id, ({ status }) => ['failed', 'ready'].includes(status))

      expect(video).toMatchObject({ ladder: { story: null, waveform: true }, status: 'ready' })
      const wave = await text(videoKey({ id, path: 'waveform.json', run: video.run, tenant }))
      expect(JSON.parse(wave)).toHaveLength(800)
    },
    PATIENCE_MS,
  )

  it('that several workers ask for goes to one of them', async () => {
    const tenant = await school()
    const film = await clip({ seconds: 1, size: '64x64', sound: false })
    const ids = [await upload(tenant, film, 'a.mp4'), await upload(tenant, film, 'b.mp4')]
    const runs = Array.from({ length: 5 }, () => crypto.randomUUID())
    const taken = (await Promise.all(runs.map((run) => claim(run)))).flatMap((one) => one?.id ?? [])

    expect(taken.toSorted()).toEqual(ids.toSorted())
    await systemPool().query(`delete from videos where tenant_id = $1`, [tenant])
  })
})

/** The tools that work on a video on this machine. */
const toolsOn = async (id: string): Promise<string[]> => {
  const found: string[] = []
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (line.includes(id)) {
      found.push(line.replaceAll('\0', ' '))
    }
  }

  return found
}

describe('a worker that is killed in the middle', () => {
  it(
    'takes its tools along, and its film is taken up once, without a second folder',
    async () => {
      const tenant = await school()
      const id = await upload(tenant, await clip({ rate: 30, seconds: 36, size: '640x360' }))
      worker = spawn(
        process.execPath,
        ['--conditions=production', '--import', 'tsx', 'src/commands/worker.ts'],
        { env: process.env, stdio: 'ignore' },
      )
      const killed = await until(
        id,
        async ({ status }) => status !== 'queued' && (await foldersOf(tenant, id)).length > 0,
      )
      expect(killed.status).toBe('processing')
      expect(await foldersOf(tenant, id)).toEqual([killed.runner])
      const gone = once(worker, 'exit')
      worker.kill('SIGKILL')
      await gone
      const end = Date.now() + 10_000
      while ((await toolsOn(id)).length > 0 && Date.now() < end) {
        await wait(20)
      }
      expect(await toolsOn(id)).toEqual([])

      // The lease would lapse by itself in half a minute.
      await systemPool().query(`update videos set lease_until = now() - interval '1 second' where id = $1`, [id])
      await work()
      const video = await until(id, ({ status }) => ['failed', 'ready'].includes(status))

      expect(video).toMatchObject({ attempts: 2, status: 'ready' })
      expect(video.run).not.toBe(killed.runner)
      expect(await foldersOf(tenant, id)).toEqual([video.run])
    },
    2 * PATIENCE_MS,
  )

  it('too often leaves a film that says so', async () => {
    const tenant = await school()
    const id = await upload(tenant, await clip({ seconds: 1, size: '64x64', sound: false }))
    await systemPool().query(
      `update videos set status = 'processing', attempts = 3, runner = 'gone', lease_until = now() - interval '1 second' where id = $1`,
      [id],
    )
    await work()

    expect(await until(id, ({ status }) => status === 'failed')).toMatchObject({ reason: 'interrupted' })
  })
})

it(
  'puts a film back when a worker stops, as if it had never been begun',
  async () => {
    const tenant = await school()
    const id = await upload(tenant, await clip({ rate: 30, seconds: 36, size: '640x360' }))
    await work()
    await until(id, ({ status }) => status === 'processing')
    await stop?.()

    expect(await videoOf(id)).toMatchObject({ attempts: 0, runner: null, status: 'queued' })
    expect(await foldersOf(tenant, id)).toEqual([])
    await systemPool().query(`delete from videos where id = $1`, [id])
  },
  PATIENCE_MS,
)

describe('what cannot be prepared', () => {
  it(
    'says why, and leaves nothing behind',
    async () => {
      const tenant = await school()
      const whole = await clip({ seconds: 6, size: '320x180' })
      const [cut, gone, empty] = [
        await upload(tenant, whole, 'cut.mp4'),
        await upload(tenant, whole, 'gone.mp4'),
        await upload(tenant, whole, 'empty.mp4'),
      ]
      const put = (id: string, filename: string, body: Buffer) =>
        storage().put({ body, contentType: 'video/mp4', key: mediaKey({ id, filename, tenant }) })
      await put(cut, 'cut.mp4', whole.subarray(0, Math.floor(whole.length / 2)))
      await storage().delete(mediaKey({ id: gone, filename: 'gone.mp4', tenant }))
      await put(empty, 'empty.mp4', Buffer.alloc(0))
      await work()
      const ended = ({ status }: Video) => ['failed', 'ready'].includes(status)

      expect(await until(cut, ended)).toMatchObject({ reason: 'truncated', run: null, status: 'failed' })
      expect(await until(gone, ended)).toMatchObject({ reason: 'gone', status: 'failed' })
      expect(await until(empty, ended)).toMatchObject({ reason: 'broken', status: 'failed' })
      expect(await foldersOf(tenant, cut)).toEqual([])
    },
    PATIENCE_MS,
  )

  it(
    'because the storage takes nothing waits a while, and is tried again',
    async () => {
      const tenant = await school()
      const id = await upload(tenant, await clip({ seconds: 1, size: '64x64', sound: false }))
      // A file stands where the folder of videos would be made.
      await mkdir(path.join(env().UPLOADS_DIR, tenant), { recursive: true })
      await writeFile(path.join(env().UPLOADS_DIR, tenant, 'videos'), '')
      await work()
      const video = await until(id, ({ reason, runner }) => reason !== null && runner === null)

      expect(video).toMatchObject({ attempts: 1, reason: 'storage', status: 'queued' })
    },
    PATIENCE_MS,
  )
})
