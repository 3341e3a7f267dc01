import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

import { afterEach, describe, expect, it } from '@jest/globals'

import type { Ladder } from '@/domain/media/videos'

import { storage } from '@/adapters/storage'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { videoFolder, videoKey } from '@/domain/media/keys'
import { keyName } from '@/domain/media/protection'
import { env } from '@/env'
import { clip } from '@/test/clips'
import { factories } from '@/test/factories'
import { uploaded } from '@/test/factories/files'
import { requestOf, settle, testPayload } from '@/test/harness'

import { contentKey } from './contentKey'
import { protectionOf, remakeFilms } from './filmProtection'
import { startPreparing } from './prepareVideos'
import { videoSecret } from './segmentKey'
import { claim, sayWithoutPackager } from './videos/lease'

const payload = testPayload()
const run = promisify(execFile)

const PATIENCE_MS = 120_000

/** A school that protects its films, or that does not yet. */
const school = async ({ isOn = true } = {}): Promise<string> => {
  const { id } = await factories(payload()).tenant()
  await systemPool().query(
    `insert into drm_accounts (id, tenant_id, provider) values (uuidv7(), $1, 'clearKey')`,
    [id],
  )
  await protect(id, isOn)

  return id
}

const protect = (tenant: string, isOn: boolean) =>
  systemPool().query('update tenants set settings_playback_drm = $2 where id = $1', [tenant, isOn])

const upload = async (tenant: string, data: Buffer, name = 'clip.mp4', type = 'video/mp4') => {
  const id = await uploaded(payload(), { name, type, data, tenant })
  await settle()

  return id
}

type Video = {
  attempts: number
  isAlone: boolean
  isProtected: boolean | null
  ladder: Ladder
  reason: null | string
  run: null | string
  secret: string
  status: string
}

const videoOf = async (id: string): Promise<Video> => {
  const { rows } = await systemPool().query<Video>(
    `select status::text, reason, run, secret, ladder, attempts::int, is_protected as "isProtected",
       updated_at < now() - interval '6 hours' as "isAlone" from videos where id = $1`,
    [id],
  )
  if (!rows[0]) {
    throw new Error('There is no such video.')
  }

  return rows[0]
}

const until = async (id: string, isIt: (video: Video) => boolean): Promise<Video> => {
  const end = Date.now() + PATIENCE_MS
  for (;;) {
    const video = await videoOf(id)
    if (isIt(video)) {
      return video
    }
    if (Date.now() > end) {
      throw new Error(`It never came to that: ${JSON.stringify(video)}`)
    }
    await wait(30)
  }
}

const settled = ({ status }: Video) => ['failed', 'ready'].includes(status)

let stop: (() => Promise<void>) | undefined
afterEach(async () => {
  await stop?.()
  stop = undefined
})
const work = async () => {
  ;({ stop } = await startPreparing({ payload: payload() }))
}

const bytes = async (key: string): Promise<Buffer> => {
  const found = await storage().get({ key })
  if (!found) {
    throw new Error(`There is no ${key}.`)
  }

  return buffer(found.stream)
}

const foldersOf = (tenant: string, id: string): Promise<string[]> =>
  readdir(path.join(env().UPLOADS_DIR, videoFolder({ id, tenant }))).catch(() => [])

/** Waits until nothing is left of a film's runs but one: what was before goes after the new one stands. */
const onlyRun = async (tenant: string, id: string, run: null | string): Promise<void> => {
  const end = Date.now() + PATIENCE_MS
  for (let left: string[] = []; ; await wait(30)) {
    left = await foldersOf(tenant, id)
    if (left.length === 1 && left[0] === run) {
      return
    }
    if (Date.now() > end) {
      throw new Error(`There are still ${left.join()}, and not ${run} alone.`)
    }
  }
}

/** What ffmpeg says against a film, put together as a thief would; nothing where it decodes. */
const faults = async (parts: readonly Buffer[], key?: { id: Uint8Array; key: Uint8Array }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-thief-'))
  const [file, plain] = [path.join(folder, 'film.mp4'), path.join(folder, 'plain.mp4')]
  try {
    await writeFile(file, Buffer.concat(parts))
    if (key) {
      const hex = (part: Uint8Array) => Buffer.from(part).toString('hex')
      await run(path.resolve('node_modules/shaka-packager/bin/packager-linux-x64'), [
        '--quiet',
        '--enable_raw_key_decryption',
        `--keys=label=:key_id=${hex(key.id)}:key=${hex(key.key)}`,
        `in=${file},stream=video,output=${plain}`,
      ])
    }
    const { stderr } = await run('ffmpeg', [
      ...['-v', 'error', '-i', key ? plain : file, '-f', 'null', '-'],
    ]).catch((error: unknown) => ({ stderr: String(error) }))

    return stderr
  } finally {
    await rm(folder, { recursive: true })
  }
}

const filmAt = async ({ id, run: folder, tenant }: { id: string; run: string; tenant: string }) => {
  const at = (name: string) => videoKey({ id, path: name, run: folder, tenant })
  const list = (await bytes(at('v240/index.m3u8'))).toString('utf8')
  const names = ['init.mp4', ...(list.match(/^\d{5}\.m4s$/gm) ?? [])]

  return {
    list,
    parts: await Promise.all(names.map((name) => bytes(at(`v240/${name}`)))),
  }
}

const keyOf = ({ run: folder, secret }: Video, tenant: string) =>
  contentKey({ run: folder ?? '', secret: videoSecret({ sealed: secret, tenant }) })

describe('a film of a school that protects films', () => {
  it(
    'is packaged for Widevine, PlayReady, FairPlay and Clear Key, and decodes with its key alone',
    async () => {
      const tenant = await school()
      const id = await upload(tenant, await clip({ seconds: 13, size: '426x240' }))
      await work()
      const video = await until(id, settled)
      expect(video).toMatchObject({ attempts: 1, isProtected: true, reason: null, status: 'ready' })
      const key = keyOf(video, tenant)
      const { list, parts } = await filmAt({ id, run: video.run ?? '', tenant })

      expect(parts).toHaveLength(4)
      for (const format of [
        'urn:uuid:edef8ba9-79d6-4ace-a3c8-27dcd51d21ed',
        'com.microsoft.playready',
        'com.apple.streamingkeydelivery',
        'org.w3.clearkey',
      ]) {
        expect(list).toContain(`KEYFORMAT="${format}"`)
      }
      expect(list).toContain(`URI="skd://${keyName(key.id)}"`)
      expect(list).not.toContain('identity')
      expect(list).not.toContain(Buffer.from(key.key).toString('hex'))
      expect(parts[0]?.toString('latin1')).toContain('cbcs')
      expect(await faults(parts)).not.toBe('')
      expect(await faults(parts, { ...key, key: new Uint8Array(16) })).not.toBe('')
      expect(await faults(parts, key)).toBe('')

      const master = await bytes(videoKey({ id, path: 'master.m3u8', run: video.run ?? '', tenant }))
      expect(master.toString('utf8')).toContain('RESOLUTION=426x240,AUDIO="sound"')
      const stored = parts.slice(1).reduce((sum, part) => sum + part.length, 0)
      expect(video.ladder.renditions[0]?.bytes).toBe(stored)
    },
    PATIENCE_MS,
  )

  it(
    'keeps sound alone as it was, which no licence is asked for',
    async () => {
      const tenant = await school()
      const id = await upload(tenant, await clip({ type: 'mp3', size: null }), 'talk.mp3', 'audio/mpeg')
      await work()

      expect(await until(id, settled)).toMatchObject({ isProtected: false, status: 'ready' })
    },
    PATIENCE_MS,
  )

  it('waits where no machine has the packager, and says so', async () => {
    const tenant = await school()
    const id = await upload(tenant, await clip({ seconds: 1 }))
    const other = await upload((await factories(payload()).tenant()).id, await clip({ seconds: 1 }))
    const taken = await claim(crypto.randomUUID(), { canProtect: false })
    expect(taken).toMatchObject({ id: other, isProtected: false })
    expect(await claim(crypto.randomUUID(), { canProtect: false })).toBeUndefined()
    await sayWithoutPackager()

    expect(await videoOf(id)).toMatchObject({ reason: 'packagerMissing', status: 'queued' })
    expect(await claim(crypto.randomUUID())).toMatchObject({ id, isProtected: true })
  })
})

describe('films from before', () => {
  const inSchool = async <T>(tenant: string, ask: (req: Awaited<ReturnType<typeof requestOf>>) => Promise<T>) =>
    asTenant(tenant, async () => ask(await requestOf()))

  it(
    'play on until they are protected, which takes no encoding and happens once',
    async () => {
      const tenant = await school({ isOn: false })
      const id = await upload(tenant, await clip({ seconds: 8, size: '426x240' }))
      await work()
      const before = await until(id, settled)
      await stop?.()
      expect(before.isProtected).toBe(false)
      await systemPool().query(`update videos set updated_at = now() - interval '1 day' where id = $1`, [id])
      await protect(tenant, true)
      expect(await inSchool(tenant, (req) => protectionOf({ req, tenant }))).toMatchObject({
        failed: 0,
        isOn: true,
        others: 1,
        protected: 0,
        service: 'clearKey',
        waiting: 0,
      })
      const asked = await Promise.all([1, 2, 3].map(() => inSchool(tenant, remakeFilms)))
      expect(asked.sort()).toEqual([0, 0, 1])
      const queued = await videoOf(id)
      expect(queued).toMatchObject({ run: before.run, status: 'queued' })
      expect(await inSchool(tenant, (req) => protectionOf({ req, tenant }))).toMatchObject({ others: 0, waiting: 1 })
      await work()
      const video = await until(id, settled)

      expect(video).toMatchObject({ isAlone: true, isProtected: true, status: 'ready' })
      await onlyRun(tenant, id, video.run)
      const { parts } = await filmAt({ id, run: video.run ?? '', tenant })
      expect(await faults(parts)).not.toBe('')
      expect(await faults(parts, keyOf(video, tenant))).toBe('')
      const pictures = ['poster.webp', 'story.vtt', 'story/0.webp']
      for (const name of pictures) {
        expect((await bytes(videoKey({ id, path: name, run: video.run ?? '', tenant }))).length).toBeGreaterThan(20)
      }
      expect(await inSchool(tenant, remakeFilms)).toBe(0)
    },
    PATIENCE_MS,
  )

  it(
    'are made from what was uploaded where a segment is gone, and without protection once it is off',
    async () => {
      const tenant = await school({ isOn: false })
      const id = await upload(tenant, await clip({ seconds: 3, size: '426x240' }))
      await work()
      const first = await until(id, settled)
      await storage().delete(videoKey({ id, path: 'v240/00000.ts', run: first.run ?? '', tenant }))
      await protect(tenant, true)
      await inSchool(tenant, remakeFilms)
      const second = await until(id, (video) => settled(video) && video.run !== first.run)
      expect(second).toMatchObject({ isProtected: true, status: 'ready' })
      await protect(tenant, false)
      await inSchool(tenant, remakeFilms)
      const third = await until(id, (video) => settled(video) && video.run !== second.run)

      expect(third).toMatchObject({ isProtected: false, status: 'ready' })
      await onlyRun(tenant, id, third.run)
    },
    PATIENCE_MS,
  )

  it('of another school are left alone', async () => {
    const [one, other] = [await school(), await school({ isOn: false })]
    const id = await upload(other, await clip({ seconds: 1 }))
    await systemPool().query(
      `update videos set status = 'ready', run = $2, has_picture = true, is_protected = true where id = $1`,
      [id, crypto.randomUUID()],
    )

    expect(await inSchool(one, remakeFilms)).toBe(0)
    expect(await inSchool(one, (req) => protectionOf({ req, tenant: one }))).toMatchObject({ protected: 0 })
    expect(await inSchool(other, remakeFilms)).toBe(1)
  })
})
