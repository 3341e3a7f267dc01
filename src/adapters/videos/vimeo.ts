import { z } from 'zod'

import type { Guarded } from '../web/guarded'
import type { VideoProvider } from './types'

import { asked, readAs } from './asking'
import { counted } from './counted'
import { BadSignature, VideosRefused } from './types'

export type VimeoKeys = { vimeoToken: string }

const API = 'https://api.vimeo.com'

const placeShape = z.object({ upload: z.object({ upload_link: z.url() }), uri: z.string() })

const filmShape = z.object({
  duration: z.number().default(0),
  height: z.number().default(0),
  transcode: z.object({ status: z.string() }),
  upload: z.object({ status: z.string() }),
  width: z.number().default(0),
})

const playShape = z.object({
  pictures: z.object({ base_link: z.string().optional() }).nullish(),
  play: z.object({ hls: z.object({ link: z.url() }).nullish() }).nullish(),
})

/**
 * Vimeo (API 3.4): a film comes by tus, is nobody's to see on Vimeo itself, and is played by the link of its play list, which Vimeo
 * makes anew each time and ends by itself; such links are of its paid plans. Vimeo signs no reports: it is asked.
 */
export const vimeoVideos = (
  { vimeoToken }: VimeoKeys,
  { apiBase }: { apiBase?: string } = {},
): VideoProvider => {
  const isTrusted = apiBase !== undefined
  const ask = (path: string, { headers, ...given }: { mayLack?: boolean } & Guarded = {}) =>
    asked('Vimeo', `${apiBase ?? API}${path}`, {
      ...given,
      headers: {
        Accept: 'application/vnd.vimeo.*+json;version=3.4',
        Authorization: `bearer ${vimeoToken}`,
        ...(given.body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      isTrusted,
    })

  return {
    check: async () => {
      await ask('/me?fields=uri')
    },
    dropCaptions: async ({ captions }) => {
      await ask(captions, { mayLack: true, method: 'DELETE' })
    },
    hand: async ({ name, bytes, size }, { onMade, onSent, signal }) => {
      const made = await ask('/me/videos', {
        body: JSON.stringify({
          name: name.slice(0, 128),
          privacy: { view: 'nobody' },
          upload: { approach: 'tus', size },
        }),
        method: 'POST',
      })
      const { upload, uri } = readAs('Vimeo', made, placeShape)
      await onMade(uri.replace(/^\/videos\//, ''))
      await asked('Vimeo', upload.upload_link, {
        body: counted(await bytes(), size, onSent),
        headers: {
          'Content-Length': size,
          'Content-Type': 'application/offset+octet-stream',
          'Tus-Resumable': '1.0.0',
          'Upload-Offset': 0,
        },
        isTrusted,
        method: 'PATCH',
        patience: 120_000,
        signal,
      })
    },
    look: async (externalId) => {
      const answer = await ask(
        `/videos/${externalId}?fields=duration,height,width,upload.status,transcode.status`,
        { mayLack: true },
      )
      if (answer.status === 404) {
        return { state: 'gone' }
      }
      const { duration, height, transcode, upload, width } = readAs('Vimeo', answer, filmShape)
      if (upload.status === 'error' || transcode.status === 'error') {
        return { detail: 'Vimeo could not prepare it.', state: 'failed' }
      }
      if (upload.status !== 'complete') {
        return { state: 'empty' }
      }

      return transcode.status === 'complete'
        ? {
            duration: duration || null,
            externalId,
            height: height || null,
            playback: null,
            state: 'ready',
            width: width || null,
          }
        : { externalId, percent: 0, state: 'processing' }
    },
    open: async ({ externalId }) => {
      const answer = await ask(`/videos/${externalId}?fields=play.hls.link,pictures.base_link`)
      const { pictures, play } = readAs('Vimeo', answer, playShape)
      if (!play?.hls) {
        throw new VideosRefused('The plan at Vimeo gives no links of play lists.')
      }

      return {
        licences: null,
        poster: pictures?.base_link ?? null,
        src: play.hls.link,
        story: null,
      }
    },
    putCaptions: async ({ externalId, label, language, text }) => {
      const made = await ask(`/videos/${externalId}/texttracks`, {
        body: JSON.stringify({ name: label, type: 'subtitles', active: true, language }),
        method: 'POST',
      })
      const { link, uri } = readAs('Vimeo', made, z.object({ link: z.url(), uri: z.string() }))
      await asked('Vimeo', link, {
        body: text,
        headers: { 'Content-Type': 'text/vtt' },
        isTrusted,
        method: 'PUT',
      })

      return uri
    },
    read: () => Promise.reject(new BadSignature('Vimeo signs nothing.')),
    remove: async (externalId) => {
      await ask(`/videos/${externalId}`, { mayLack: true, method: 'DELETE' })
    },
  }
}
