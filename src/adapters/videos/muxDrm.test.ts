import { Readable } from 'node:stream'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { MUX_DRM, MUX_KEYS, startMuxServer } from '@/test/mux/server'
import { clip } from '@/test/clips'

import { muxVideos } from './mux'
import { VideosRefused } from './types'

let server: Awaited<ReturnType<typeof startMuxServer>>
beforeAll(async () => {
  server = await startMuxServer({ isHasty: true })
})
afterAll(() => server.close())

const account = (muxDrm?: string) =>
  muxVideos({ ...MUX_KEYS, ...(muxDrm && { muxDrm }) }, { apiBase: server.url })

/** A film as an account hands it over, and where it is played. */
const opened = async (muxDrm?: string) => {
  const mux = account(muxDrm)
  const film = await clip({ seconds: 1, sound: false })
  let made = ''
  await mux.hand(
    {
      name: 'film.mp4',
      type: 'video/mp4',
      bytes: () => Promise.resolve(Readable.from([film])),
      size: film.length,
    },
    {
      onMade: (id) => {
        made = id

        return Promise.resolve()
      },
      onSent: () => undefined,
      signal: new AbortController().signal,
    },
  )
  const standing = await mux.look(made)
  if (standing.state !== 'ready') {
    throw new Error(`The film is ${standing.state}.`)
  }
  const { externalId, playback } = standing

  return { addresses: await mux.open({ externalId, playback, seconds: 600 }), playback }
}

const status = async (url: string, method = 'POST') => (await fetch(url, { method })).status

describe('films that Mux protects', () => {
  it('are handed over so, and play by licences of Mux, for as long as the leave', async () => {
    const { addresses, playback } = await opened(MUX_DRM)
    expect(playback).toMatch(/^drm:/)
    const { fairplay, playready, widevine } = addresses.licences ?? {}
    for (const one of [fairplay, playready, widevine]) {
      expect(await status(one?.licence ?? '')).toBe(200)
    }
    expect(await status(fairplay?.certificate ?? '', 'GET')).toBe(200)
    expect(await status(addresses.src, 'GET')).toBe(200)
    const [, claims = ''] =
      new URL(widevine?.licence ?? '').searchParams.get('token')?.split('.') ?? []
    const { exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { exp: number }
    expect(exp - Date.now() / 1000).toBeLessThanOrEqual(600)
  })

  it('give no licence for the token of a play list, or of another film', async () => {
    const [one, other] = [await opened(MUX_DRM), await opened(MUX_DRM)]
    const mine = new URL(one.addresses.licences?.widevine?.licence ?? '')
    const watching = new URL(one.addresses.src).searchParams.get('token') ?? ''
    const theirs = new URL(other.addresses.licences?.widevine?.licence ?? '').searchParams.get(
      'token',
    )
    for (const token of [watching, theirs ?? '', '']) {
      mine.searchParams.set('token', token)
      expect(await status(mine.href)).toBe(403)
    }
  })

  it('are none of an account without a configuration, and none by one that Mux does not know', async () => {
    expect((await opened()).addresses.licences).toBeNull()
    await expect(account('another').check()).rejects.toThrow(VideosRefused)
    await account(MUX_DRM).check()
    await account().check()
  })
})
