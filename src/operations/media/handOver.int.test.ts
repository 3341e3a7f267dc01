import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { VideoAccount } from '@payload-types'

import { bunnyWebhook, checkVideoAccount, filmCaptions, muxWebhook } from '@endpoints/media/videoAccounts'
import { filePoster } from '@endpoints/media/library'
import { retryVideo } from '@endpoints/media/videos'
import { watchFile } from '@endpoints/learning/videos'

import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'
import { BUNNY_KEYS, startBunnyServer } from '@/test/bunny/server'
import { clip } from '@/test/clips'
import { eventually as answered } from '@/test/e2e/eventually'
import { readLessonDraft } from '@/operations/learning/lessonDraft'
import { videoTraffic } from '@/operations/learning/videoTraffic'
import { uploaded } from '@/test/factories/files'
import { classrooms } from '@/test/factories/learning'
import { call, requestOf, settle, testPayload } from '@/test/harness'
import { MUX_KEYS, startMuxServer } from '@/test/mux/server'
import { PROVIDER_PORTS } from '@/test/providers/settings'
import { hostOfSchool, openIn, signedInBrowser, streamServer } from '@/test/streams'
import { startVimeoServer, VIMEO_KEYS } from '@/test/vimeo/server'

import { startHandingOver } from './handOver'

const payload = testPayload()

let mux: Awaited<ReturnType<typeof startMuxServer>>
let bunny: Awaited<ReturnType<typeof startBunnyServer>>
let vimeo: Awaited<ReturnType<typeof startVimeoServer>>
let stop: (() => Promise<void>) | undefined
let film: Buffer

beforeAll(async () => {
  mux = await startMuxServer({ port: PROVIDER_PORTS.mux })
  bunny = await startBunnyServer({ port: PROVIDER_PORTS.bunny })
  vimeo = await startVimeoServer({ port: PROVIDER_PORTS.vimeo })
  film = await clip()
})
afterEach(async () => {
  await stop?.()
  stop = undefined
})
afterAll(() => Promise.all([mux.close(), bunny.close(), vimeo.close()]))

/** Asks until the answer is as it is to be. */
const eventually = <T>(ask: () => Promise<T>, isIt: (value: T) => boolean): Promise<T> =>
  answered(async () => {
    const value = await ask()

    return isIt(value) ? value : null
  })

const work = async () => {
  ;({ stop } = await startHandingOver({ payload: payload() }))
}

const KEYS = { bunny: BUNNY_KEYS, mux: MUX_KEYS, vimeo: VIMEO_KEYS }

const connect = (tenant: string, provider: keyof typeof KEYS, given: Partial<VideoAccount> = {}) =>
  asTenant(tenant, async () =>
    payload().create({
      collection: 'video-accounts',
      data: { isActive: true, provider, ...KEYS[provider], ...given, tenant },
      overrideAccess: true, // a test sets the scene
      req: await requestOf(),
    }),
  )

const change = (tenant: string, id: string, data: Partial<VideoAccount>) =>
  asTenant(tenant, async () =>
    payload().update({
      id,
      collection: 'video-accounts',
      data,
      overrideAccess: true, // a test sets the scene
      req: await requestOf(),
    }),
  )

type Video = Record<'film' | 'provider' | 'reason' | 'run' | 'status', null | string> & { percent: number }

const videoOf = (tenant: string, id: string) =>
  asTenant(tenant, async () =>
    row<Video>(
      await requestOf(),
      sql`select external_id as film, provider::text, reason, run, status::text, percent::float8 from videos where id = ${id}`,
    ),
  )

const until = (tenant: string, id: string, status: string) =>
  eventually(
    async () => videoOf(tenant, id),
    (video) => video?.status === status,
  )

const write = (tenant: string, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Record<string, unknown>>(await requestOf(), statement))

/** A school with a lesson about a film that was uploaded after `provider` was connected. */
const room = async (provider: keyof typeof KEYS) => {
  const classroom = await classrooms(payload()).classroom({ lessons: [{}] })
  const { tenant } = classroom
  const account = await connect(tenant, provider)
  const upload = async () => {
    const id = await uploaded(payload(), { name: 'film.mp4', type: 'video/mp4', data: film, tenant })
    await settle()

    return id
  }
  const video = await upload()
  const [lesson = ''] = classroom.lessons
  await write(tenant, sql`update lessons set kind = 'video', video_id = ${video} where id = ${lesson}`)
  const host = await hostOfSchool(tenant)
  const browser = await signedInBrowser({ host, tenant, user: classroom.learner })

  return {
    ...classroom,
    account,
    browser,
    host,
    lesson,
    open: () => openIn(browser, { lesson, tenant }),
    upload,
    video,
  }
}

/** The picture of a film as the library shows it to an author: its status, and where it was found elsewhere. */
const posterOf = async (tenant: string, video: string) => {
  const user = await classrooms(payload()).user({ roles: ['instructor'], tenant })
  const { headers, status } = await call(filePoster, { params: { id: video }, tenant, user })

  return { found: headers.get('location'), status }
}

/** What lies under an address: its status and its type. */
const shownAt = async (address: null | string) => {
  const { headers, status } = await fetch(address ?? '')

  return [status, headers.get('content-type')]
}

const report = (
  tenant: string,
  endpoint: typeof muxWebhook,
  { body, headers }: { body: string; headers: Headers },
) =>
  call(endpoint, {
    data: JSON.parse(body) as unknown,
    headers: Object.fromEntries(headers),
    tenant,
  })

/** Has Mux prepare the film of a school, once it is there, and report it. */
const prepared = async ({ tenant, video }: { tenant: string; video: string }): Promise<void> => {
  const asset = await eventually(async () => {
    const film = (await videoOf(tenant, video))?.film?.replace(/^upload:/, '')

    return [...mux.assets.values()].find(({ id, upload }) => id === film || upload === film)
  }, Boolean)
  await mux.finish(asset?.id ?? '')
  await report(tenant, muxWebhook, mux.report(asset?.id ?? ''))
  await until(tenant, video, 'ready')
}

describe('a film of a school that uses Mux', () => {
  it('is handed over, prepared there as its report says, and played by an address for whoever may watch', async () => {
    const here = await room('mux')
    const { open, tenant, video } = here
    expect((await open()).body.src).toBeNull()
    await work()
    const sent = await until(tenant, video, 'processing')
    expect(sent).toMatchObject({ provider: 'mux', run: null })
    const asset = await eventually(
      () => Promise.resolve(mux.films().at(-1)),
      (id) => id !== undefined && mux.assets.get(id)?.files.get('original')?.equals(film) === true,
    )
    await mux.finish(asset ?? '')
    // It is asked after late; the report makes it soon.
    await write(tenant, sql`update videos set lease_until = now() + interval '1 hour' where id = ${video} and runner is null`)
    const told = mux.report(asset ?? '')
    expect((await report(tenant, muxWebhook, told)).status).toBe(200)
    expect((await report(tenant, muxWebhook, told)).status).toBe(200)
    const done = await until(tenant, video, 'ready')
    expect(done).toMatchObject({ film: asset, percent: 100 })
    expect(await write(tenant, sql`select type from video_events`)).toEqual([
      { type: 'video.asset.ready' },
    ])

    const traffic = await asTenant(tenant, async () =>
      videoTraffic({ now: new Date(), req: await requestOf() }),
    )
    expect(traffic.uncounted).toEqual(['provider'])

    const { body } = await open()
    expect(body.expiresIn).toBe(600_000)
    expect((await fetch(body.src ?? '')).status).toBe(200)
    expect((await fetch((body.src ?? '').replace(/\?.*/, ''))).status).toBe(403)
  })

  it('is seen by its author in an unpublished lesson as learners will see it', async () => {
    const here = await room('mux')
    const { lesson, tenant, video } = here
    await write(tenant, sql`update lessons set _status = 'draft' where id = ${lesson}`)
    const { user } = classrooms(payload())
    const author = await user({ roles: ['instructor'], tenant })
    const look = async (person: { id: string } = author) => {
      const draft = await asTenant(tenant, async () =>
        readLessonDraft({ id: lesson, req: await requestOf(author) }),
      )
      const { opens } = draft?.view.lesson.file ?? {}
      expect(opens).toBe(`/api/files/${video}/watch`)

      return call(watchFile, { params: { id: video }, tenant, user: person })
    }
    const address = async () => ((await look()).body as { src: null | string }).src
    expect(await address()).toBeNull()
    expect(await posterOf(tenant, video)).toMatchObject({ found: null, status: 404 })
    await work()
    await prepared(here)

    const src = (await address()) ?? ''
    expect((await fetch(src)).status).toBe(200)
    expect((await fetch(src.replace(/\?.*/, ''))).status).toBe(403)
    const { found, status } = await posterOf(tenant, video)
    expect(status).toBe(302)
    expect(await shownAt(found)).toEqual([200, 'image/webp'])
    expect((await fetch(found?.replace(/\?.*/, '') ?? '')).status).toBe(403)
    expect((await look(here.learner)).status).toBe(403)
    expect((await here.open()).status).toBe(404)
  })

  it('is nobody’s to watch whose access has ended, and says so within a minute', async () => {
    const here = await room('mux')
    await work()
    await prepared(here)
    const { body } = await here.open()
    const { pulse } = body as unknown as { pulse: string }
    const server = await streamServer(payload())
    const beat = () => server.get(here.browser, pulse, { method: 'HEAD' })
    expect((await beat()).status).toBe(204)
    expect((await server.get({ cookies: {}, host: here.host }, pulse)).status).toBe(401)
    await write(here.tenant, sql`update enrollments set status = 'revoked'`)
    await server.close()
    expect((await here.open()).status).toBe(403)
  })

  it('is taken up by another worker when the one that sent it died', async () => {
    const before = mux.films().length
    const { tenant, video } = await room('mux')
    await write(
      tenant,
      sql`update videos set status = 'processing', runner = 'dead', external_id = 'upload:gone', attempts = 1, lease_until = now() - interval '1 second' where id = ${video}`,
    )
    await work()
    await eventually(() => Promise.resolve(mux.films().length), (count) => count > before)
    const asset = mux.films().at(-1)
    await mux.finish(asset ?? '')
    expect(await until(tenant, video, 'ready')).toMatchObject({ film: asset })
  })

  it('is the same film once, however many workers there are', async () => {
    const before = mux.films().length
    const { tenant, video } = await room('mux')
    const workers = await Promise.all([1, 2, 3].map(() => startHandingOver({ payload: payload() })))
    await eventually(() => Promise.resolve(mux.films().length), (count) => count > before)
    await mux.finish(mux.films().at(-1) ?? '')
    await until(tenant, video, 'ready')
    await Promise.all(workers.map((worker) => worker.stop()))
    expect(mux.films()).toHaveLength(before + 1)
  })
})

describe('a film of a school that uses Bunny Stream', () => {
  const ready = async () => {
    const here = await room('bunny')
    await work()
    const { film: id } =
      (await eventually(
        () => videoOf(here.tenant, here.video),
        (video) => Boolean(video?.film) && video?.status === 'processing' && video.percent >= 50,
      )) ?? {}
    await bunny.finish(id ?? '')
    await report(here.tenant, bunnyWebhook, bunny.report(id ?? ''))
    await until(here.tenant, here.video, 'ready')

    return { ...here, film: id ?? '' }
  }

  it('plays from there after the school has gone elsewhere, and new ones go to the new place', async () => {
    const here = await ready()
    await change(here.tenant, here.account.id, { isActive: false })
    await connect(here.tenant, 'vimeo')
    const other = await here.upload()
    expect(await videoOf(here.tenant, other)).toMatchObject({ provider: 'vimeo' })
    const { body } = await here.open()
    expect((await fetch(body.src ?? '')).status).toBe(200)
    await vimeo.finish(
      (
        await eventually(
          () => videoOf(here.tenant, other),
          (video) => Boolean(video?.film) && (video?.percent ?? 0) >= 50,
        )
      )?.film ?? '',
    )
    await write(here.tenant, sql`update videos set lease_until = now() where id = ${other} and runner is null`)
    await until(here.tenant, other, 'ready')
    for (const film of [here.video, other]) {
      const { found, status } = await posterOf(here.tenant, film)
      expect([status, await shownAt(found)]).toEqual([302, [200, 'image/jpeg']])
    }
    vimeo.failNext(1)
    expect((await posterOf(here.tenant, other)).status).toBe(404)
    await expect(
      asTenant(here.tenant, async () =>
        payload().delete({
          id: here.account.id,
          collection: 'video-accounts',
          overrideAccess: true, // a test tries
          req: await requestOf(),
        }),
      ),
    ).rejects.toThrow()
  })

  it('has the captions of its lesson, and loses those that the lesson has no more', async () => {
    const { film: id, lesson, tenant, video } = await ready()
    const words = await uploaded(payload(), {
      name: 'words.vtt',
      type: 'text/vtt',
      data: Buffer.from('WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nשלום\n'),
      tenant,
    })
    const captioned = (tracks: object[]) =>
      asTenant(tenant, async () =>
        payload().update({
          id: lesson,
          collection: 'lessons',
          data: { captions: tracks, kind: 'video', video } as never,
          overrideAccess: true, // a test sets the scene
          req: await requestOf(),
        }),
      )
    await captioned([{ blockType: 'track', file: words, language: 'he' }])
    await settle()
    expect(bunny.captionsOf(id)).toEqual(['he'])
    await captioned([])
    await settle()
    expect(bunny.captionsOf(id)).toEqual([])
  })

  it('is deleted there when its file is, and when another file takes its place', async () => {
    const { film: id, tenant, video } = await ready()
    expect(bunny.films()).toContain(id)
    await asTenant(tenant, async () =>
      rows(await requestOf(), sql`update lessons set video_id = null where video_id = ${video}`),
    )
    await asTenant(tenant, async () =>
      payload().delete({
        id: video,
        collection: 'media',
        overrideAccess: true, // a test sets the scene
        req: await requestOf(),
      }),
    )
    await settle()
    expect(bunny.films()).not.toContain(id)
  })

  it('waits while Bunny does not answer, and says so', async () => {
    const { tenant, video } = await room('bunny')
    bunny.failNext(1)
    await work()
    const away = await eventually(
      () => videoOf(tenant, video),
      (one) => one?.reason === 'providerAway',
    )
    expect(away?.status).not.toBe('failed')
    await write(tenant, sql`update videos set lease_until = now() where id = ${video} and runner is null`)
    await eventually(
      () => videoOf(tenant, video),
      (one) => (one?.percent ?? 0) >= 50,
    )
  })

  it('says that the keys are wrong, plays the file until then, and is tried again with others', async () => {
    const here = await room('bunny')
    await change(here.tenant, here.account.id, { bunnyApiKey: 'another key' })
    await work()
    expect(await until(here.tenant, here.video, 'failed')).toMatchObject({ reason: 'providerKeys' })
    expect((await here.open()).body.src).toBeNull()
    await change(here.tenant, here.account.id, { bunnyApiKey: BUNNY_KEYS.bunnyApiKey })
    const owner = await classrooms(payload()).user({ roles: ['owner'], tenant: here.tenant })
    const { status } = await call(retryVideo, { params: { id: here.video }, tenant: here.tenant, user: owner })
    expect(status).toBe(200)
    await eventually(
      () => videoOf(here.tenant, here.video),
      (one) => (one?.percent ?? 0) >= 50,
    )
  })
})

describe('reports and addresses', () => {
  it('take no report that another school’s account signed, and none unsigned', async () => {
    const here = await room('mux')
    const other = await classrooms(payload()).classroom({ lessons: [{}] })
    expect((await report(other.tenant, muxWebhook, mux.report('x'))).status).toBe(400)
    expect((await report(here.tenant, muxWebhook, mux.report('x', 'y', { secret: 'no' }))).status).toBe(400)
    expect(await write(here.tenant, sql`select 1 from video_events`)).toEqual([])
  })

  it('give captions to nobody without a signed address', async () => {
    const here = await room('mux')
    const { status } = await call(filmCaptions, { params: { token: 'a.b' }, tenant: here.tenant })
    expect(status).toBe(410)
  })

  it('keep keys sealed, one account in use, and tell whether it can be used', async () => {
    const here = await room('mux')
    const [kept] = await write(here.tenant, sql`select to_jsonb(a)::text as all from video_accounts a`)
    expect(String(kept?.all)).not.toContain(MUX_KEYS.muxTokenSecret)
    expect(String(kept?.all)).not.toContain(MUX_KEYS.muxPrivateKey)
    await expect(connect(here.tenant, 'vimeo')).rejects.toThrow()
    await expect(connect(here.tenant, 'vimeo', { isActive: false, vimeoToken: '' })).rejects.toThrow()
    const owner = await classrooms(payload()).user({ roles: ['owner'], tenant: here.tenant })
    const check = () =>
      call(checkVideoAccount, { params: { id: here.account.id }, tenant: here.tenant, user: owner })
    expect(await check()).toMatchObject({ body: { isReady: true }, status: 200 })
    await change(here.tenant, here.account.id, { muxTokenSecret: 'another' })
    expect(await check()).toMatchObject({ body: { code: 'videoKeysRefused' }, status: 422 })
  })
})
