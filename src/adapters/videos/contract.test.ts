import { Readable } from 'node:stream'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { BUNNY_KEYS, startBunnyServer } from '@/test/bunny/server'
import { clip } from '@/test/clips'
import { MUX_KEYS, startMuxServer } from '@/test/mux/server'
import { startVimeoServer, VIMEO_KEYS } from '@/test/vimeo/server'

import type { Standing, VideoProvider } from './types'

import { bunnyVideos } from './bunny'
import { muxVideos } from './mux'
import { BadSignature, VideosRefused, VideosUnavailable } from './types'
import { vimeoVideos } from './vimeo'

type Place = {
  captionsOf: (film: string) => string[]
  close: () => Promise<void>
  failNext: (times: number, status?: number) => void
  films: () => string[]
  finish: (film: string) => Promise<void>
  requests: string[]
  url: string
}

const PLACES: [
  name: string,
  start: () => Promise<Place>,
  make: (apiBase: string, isWrong?: boolean) => VideoProvider,
][] = [
  [
    'Mux',
    startMuxServer,
    (apiBase, isWrong) =>
      muxVideos({ ...MUX_KEYS, ...(isWrong && { muxTokenSecret: 'wrong' }) }, { apiBase }),
  ],
  [
    'Bunny Stream',
    startBunnyServer,
    (apiBase, isWrong) =>
      bunnyVideos({ ...BUNNY_KEYS, ...(isWrong && { bunnyApiKey: 'wrong' }) }, { apiBase }),
  ],
  [
    'Vimeo',
    startVimeoServer,
    (apiBase, isWrong) =>
      vimeoVideos({ vimeoToken: isWrong ? 'wrong' : VIMEO_KEYS.vimeoToken }, { apiBase }),
  ],
]

const CAPTIONS = 'WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nHello\n'

describe.each(PLACES)('%s', (_name, start, make) => {
  let place: Place
  let provider: VideoProvider
  let film: Buffer
  beforeAll(async () => {
    place = await start()
    provider = make(place.url)
    film = await clip()
  })
  afterAll(() => place.close())

  const sendings = () => place.requests.filter((one) => /^(?:PUT|PATCH) /.test(one)).length

  /** Hands bytes over, and answers the id under which they are there. */
  const handed = async (bytes: Buffer, name = 'film.mp4'): Promise<string> => {
    const before = new Set(place.films())
    const sent = sendings()
    let known = ''
    await provider.hand(
      {
        name,
        type: 'video/mp4',
        bytes: () => Promise.resolve(Readable.from([bytes])),
        size: bytes.length,
      },
      {
        onMade: (id) => {
          known = id
          expect(sendings()).toBe(sent)

          return Promise.resolve()
        },
        onSent: (part) => parts.push(part),
        signal: new AbortController().signal,
      },
    )
    const [made] = place.films().filter((one) => !before.has(one))
    ids.set(known, made ?? '')

    return known
  }
  const parts: number[] = []
  const ids = new Map<string, string>()

  const ready = async (): Promise<{ state: 'ready' } & Standing> => {
    const id = await handed(film)
    await place.finish(ids.get(id) ?? '')
    const standing = await provider.look(id)
    if (standing.state !== 'ready') {
      throw new Error(standing.state)
    }

    return standing
  }

  it('tells keys that are right from those that are not', async () => {
    await expect(provider.check()).resolves.toBeUndefined()
    const wrong = await make(place.url, true)
      .check()
      .catch((error: unknown) => error)
    expect(wrong).toBeInstanceOf(VideosRefused)
    expect(wrong).toMatchObject({ reason: 'keys' })
  })

  it('names a film before its bytes are sent, says how far that is, and that it is being prepared', async () => {
    const id = await handed(film)

    expect(parts.at(-1)).toBe(1)
    expect(await provider.look(id)).toMatchObject({ state: 'processing' })
  })

  it('plays a film that is ready, by an address that ends, and by none without its signature', async () => {
    const { duration, externalId, height, playback } = await ready()
    expect([duration, height]).toEqual([4, 180])
    const { src } = await provider.open({ externalId, playback, seconds: 600 })
    const list = await fetch(src)
    expect(list.status).toBe(200)
    const text = await list.text()
    const [segment = ''] = text.split('\n').filter((line) => line && !line.startsWith('#'))
    const bytes = await fetch(new URL(segment, src))
    expect(bytes.status).toBe(200)
    expect((await bytes.arrayBuffer()).byteLength).toBeGreaterThan(1000)
    const naked = src
      .replace(/\?.*$/, '')
      .replace(/\/bcdn_token=[^/]+/, '')
      .replace(/play\/\w+/, 'play/none')
    expect((await fetch(naked)).status).toBe(403)
  })

  it('says why a file could not be prepared', async () => {
    const id = await handed(Buffer.from('no film at all'))
    await place.finish(ids.get(id) ?? '')

    const standing = await provider.look(id)
    expect(standing.state).toBe('failed')
    expect(JSON.stringify(standing)).toMatch(/"detail":"\w/)
  })

  it('takes captions, and takes them away again, twice without harm', async () => {
    const { externalId } = await ready()
    const given = {
      externalId,
      label: 'Deutsch',
      language: 'de',
      text: CAPTIONS,
      url: 'https://x.test/a',
    }
    const captions = await provider.putCaptions(given)
    expect(place.captionsOf(externalId)).toEqual(['de'])
    await provider.dropCaptions({ captions, externalId })
    await provider.dropCaptions({ captions, externalId })
    expect(place.captionsOf(externalId)).toEqual([])
  })

  it('deletes a film, twice without harm, also one that never was ready', async () => {
    const { externalId } = await ready()
    await provider.remove(externalId)
    await provider.remove(externalId)
    expect(await provider.look(externalId)).toEqual({ state: 'gone' })

    const waiting = await handed(film)
    await provider.remove(waiting)
    expect(place.films()).not.toContain(ids.get(waiting))
  })

  it('says so when the provider does not answer', async () => {
    const { externalId } = await ready()
    place.failNext(4)
    await expect(provider.look(externalId)).rejects.toBeInstanceOf(VideosUnavailable)
    place.failNext(0)
    await expect(make('http://127.0.0.1:1').check()).rejects.toBeInstanceOf(VideosUnavailable)
  })

  it('believes no report that is not signed', async () => {
    const body = '{"id":"1","type":"video.asset.ready","data":{"id":"x"}}'
    await expect(provider.read({ body, headers: new Headers() })).rejects.toBeInstanceOf(
      BadSignature,
    )
  })
})

describe('signed addresses and reports', () => {
  it('end when they say', async () => {
    const place = await startBunnyServer()
    const provider = bunnyVideos(BUNNY_KEYS, { apiBase: place.url })
    const { src } = await provider.open({ externalId: 'film', playback: null, seconds: -1 })
    expect((await fetch(src)).status).toBe(403)
    await place.close()
  })

  it('of Mux are read from what its key signed lately', async () => {
    const place = await startMuxServer()
    const provider = muxVideos(MUX_KEYS, { apiBase: place.url })
    expect(await provider.read(place.report('asset1'))).toMatchObject({
      films: ['asset1', 'upload:asset1'],
      isGone: false,
    })
    expect(await provider.read(place.report('asset1', 'video.asset.deleted'))).toMatchObject({
      isGone: true,
    })
    for (const forged of [{ secret: 'other' }, { at: Date.now() - 3_600_000 }]) {
      await expect(provider.read(place.report('asset1', 'x', forged))).rejects.toBeInstanceOf(
        BadSignature,
      )
    }
    await place.close()
  })

  it('of Bunny are read from what its library signed', async () => {
    const place = await startBunnyServer()
    const provider = bunnyVideos(BUNNY_KEYS, { apiBase: place.url })
    expect(await provider.read(place.report('film-1'))).toMatchObject({
      type: 'status.3',
      films: ['film-1'],
    })
    await expect(
      provider.read(place.report('film-1', 3, { secret: 'other' })),
    ).rejects.toBeInstanceOf(BadSignature)
    await place.close()
  })
})
