import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

import type { Guarded } from '../web/guarded'
import type { VideoProvider } from './types'

import { pathToken } from '../cdn/bunnyToken'
import { asked, readAs } from './asking'
import { counted } from './counted'
import { BadSignature } from './types'

export type BunnyKeys = {
  bunnyApiKey: string
  bunnyHost: string
  bunnyLibrary: string
  bunnyReadKey: string
  bunnyTokenKey: string
}

const API = 'https://video.bunnycdn.com'

/** What Bunny says of a film: 3 is finished, 4 plays already while larger sizes are made, 5 failed, and of 0 and 6 nothing has come. */
const STATUS = { created: 0, failed: 5, finished: 3, playable: 4, uploadFailed: 6 }

const filmShape = z.object({
  encodeProgress: z.number().default(0),
  height: z.number().default(0),
  length: z.number().default(0),
  status: z.number(),
  width: z.number().default(0),
})

const reportShape = z.object({ Status: z.number(), VideoGuid: z.string() })

/**
 * Bunny Stream: a film is made and its bytes are PUT; it is played from the library's host by addresses with a token for its folder that
 * ends (CDN token authentication). Reports are signed (`X-BunnyStream-Signature`, HMAC-SHA-256 of the body under the
 * library's read-only key).
 */
export const bunnyVideos = (
  { bunnyApiKey, bunnyHost, bunnyLibrary, bunnyReadKey, bunnyTokenKey }: BunnyKeys,
  { apiBase }: { apiBase?: string } = {},
): VideoProvider => {
  const isTrusted = apiBase !== undefined
  const library = `${apiBase ?? API}/library/${encodeURIComponent(bunnyLibrary)}`
  const ask = (path: string, { headers, ...given }: { mayLack?: boolean } & Guarded = {}) =>
    asked('Bunny', `${library}/videos${path}`, {
      ...given,
      headers: { Accept: 'application/json', AccessKey: bunnyApiKey, ...headers },
      isTrusted,
    })
  const json = { 'Content-Type': 'application/json' }

  return {
    check: async () => {
      await ask('?page=1&itemsPerPage=1')
    },
    dropCaptions: async ({ captions, externalId }) => {
      await ask(`/${externalId}/captions/${captions}`, { mayLack: true, method: 'DELETE' })
    },
    hand: async ({ name, bytes, size }, { onMade, onSent, signal }) => {
      const made = await ask('', {
        body: JSON.stringify({ title: name.slice(0, 200) }),
        headers: json,
        method: 'POST',
      })
      const { guid } = readAs('Bunny', made, z.object({ guid: z.string() }))
      await onMade(guid)
      await ask(`/${guid}`, {
        body: counted(await bytes(), size, onSent),
        headers: { 'Content-Length': size, 'Content-Type': 'application/octet-stream' },
        method: 'PUT',
        patience: 120_000,
        signal,
      })
    },
    look: async (externalId) => {
      const answer = await ask(`/${externalId}`, { mayLack: true })
      if (answer.status === 404) {
        return { state: 'gone' }
      }
      const { encodeProgress, height, length, status, width } = readAs('Bunny', answer, filmShape)
      if (status === STATUS.failed) {
        return { detail: `Bunny could not encode it (${status}).`, state: 'failed' }
      }
      if (status === STATUS.created || status === STATUS.uploadFailed) {
        return { state: 'empty' }
      }

      return status === STATUS.finished || status === STATUS.playable
        ? {
            duration: length || null,
            externalId,
            height: height || null,
            playback: null,
            state: 'ready',
            width: width || null,
          }
        : { externalId, percent: Math.min(99, Math.max(0, encodeProgress)), state: 'processing' }
    },
    open: ({ externalId, seconds }) => {
      const folder = `/${externalId}/`
      const token = pathToken({
        folder,
        key: bunnyTokenKey,
        until: Math.floor(Date.now() / 1000) + seconds,
      })
      const home = `${apiBase ?? `https://${bunnyHost}`}/${token}${folder}`

      return Promise.resolve({
        licences: null,
        poster: `${home}thumbnail.jpg`,
        src: `${home}playlist.m3u8`,
        story: null,
      })
    },
    putCaptions: async ({ externalId, label, language, text }) => {
      await ask(`/${externalId}/captions/${language}`, {
        body: JSON.stringify({
          captionsFile: Buffer.from(text).toString('base64'),
          label,
          srclang: language,
        }),
        headers: json,
        method: 'POST',
      })

      return language
    },
    read: ({ body, headers }) => {
      const right = createHmac('sha256', bunnyReadKey).update(body).digest()
      const given = Buffer.from(headers.get('x-bunnystream-signature') ?? '', 'hex')
      if (given.length !== right.length || !timingSafeEqual(given, right)) {
        return Promise.reject(new BadSignature('Not signed by the library.'))
      }
      const { Status, VideoGuid } = reportShape.parse(JSON.parse(body))

      return Promise.resolve({
        type: `status.${Status}`,
        event: createHash('sha256').update(body).digest('hex'),
        films: [VideoGuid],
        isGone: false,
      })
    },
    remove: async (externalId) => {
      await ask(`/${externalId}`, { mayLack: true, method: 'DELETE' })
    },
  }
}
