import Mux, { APIError, NotFoundError } from '@mux/mux-node'
import { z } from 'zod'

import type { Licensing } from '@/domain/media/protection'

import type { Standing, VideoProvider } from './types'

import { asked } from './asking'
import { counted } from './counted'
import { BadSignature, VideosRefused, VideosUnavailable } from './types'

export type MuxKeys = {
  /** The DRM configuration by which new films are protected; without one they play by signed addresses alone. */
  muxDrm?: string
  muxPrivateKey: string
  muxSigningKey: string
  muxTokenId: string
  muxTokenSecret: string
  muxWebhookSecret: string
}

/** Where Mux is asked, and where it plays from. */
type Options = { apiBase?: string }

const API = 'https://api.mux.com'

/** How long a place for a film waits for it, in seconds: the longest that Mux takes. */
const PLACE_WAITS = 7 * 24 * 3600

/** The answer; throws VideosRefused and VideosUnavailable for Mux's errors. */
const answered = async <T>(ask: () => Promise<T>): Promise<T> => {
  try {
    return await ask()
  } catch (error) {
    const status = error instanceof APIError ? (error.status as number | undefined) : undefined
    const said = `Mux: ${error instanceof Error ? error.message : String(error)}`
    if (status === undefined || status >= 500 || status === 429) {
      throw new VideosUnavailable(said, { cause: error })
    }
    throw new VideosRefused(said, status === 401 || status === 403 ? 'keys' : 'provider')
  }
}

/** The answer, null where there is no such thing at Mux. */
const unlessGone = async <T>(ask: () => Promise<T>): Promise<null | T> => {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof NotFoundError) {
      return null
    }
    throw error
  }
}

/** Ids of what was not made of an upload yet begin so here. */
const UPLOAD = 'upload:'

/** What addresses are made of: a playback id, after this where it plays by licences alone. */
const DRM = 'drm:'

const playbackOf = (ids: readonly { id: string; policy: string }[]): null | string => {
  const guarded = ids.find(({ policy }) => policy === 'drm')
  const signed = ids.find(({ policy }) => policy === 'signed')

  return guarded ? `${DRM}${guarded.id}` : (signed?.id ?? null)
}

const eventShape = z.object({
  id: z.string(),
  type: z.string(),
  data: z.object({ id: z.string(), upload_id: z.string().optional() }).loose(),
})

/**
 * Mux Video: films come by direct uploads and are played by addresses with a JSON web token that ends (RS256, `sub` the
 * playback id, `aud` v, t or s, and d for licences of films that Mux protects), under a signing key of the school's. Reports are signed (`mux-signature`).
 */
export const muxVideos = (
  { muxDrm, muxPrivateKey, muxSigningKey, muxTokenId, muxTokenSecret, muxWebhookSecret }: MuxKeys,
  { apiBase }: Options = {},
): VideoProvider => {
  const mux = new Mux({
    baseURL: apiBase ?? API,
    jwtPrivateKey: muxPrivateKey,
    jwtSigningKey: muxSigningKey,
    logLevel: 'off',
    timeout: 20_000,
    tokenId: muxTokenId,
    tokenSecret: muxTokenSecret,
    webhookSecret: muxWebhookSecret,
  })
  const [streams, images, licences] = apiBase
    ? [apiBase, apiBase, apiBase]
    : ['https://stream.mux.com', 'https://image.mux.com', 'https://license.mux.com']

  const lookAtAsset = async (id: string): Promise<Standing> => {
    const asset = await answered(() => unlessGone(() => mux.video.assets.retrieve(id)))
    if (!asset) {
      return { state: 'gone' }
    }
    if (asset.status === 'errored') {
      return {
        detail: asset.errors?.messages?.join(' ') ?? asset.errors?.type ?? '',
        state: 'failed',
      }
    }
    if (asset.status !== 'ready') {
      const { progress = 0 } = (asset as { progress?: { progress?: number } }).progress ?? {}

      return { externalId: id, percent: Math.max(0, Math.floor(progress)), state: 'processing' }
    }
    const picture = asset.tracks?.find(({ type }) => type === 'video')

    return {
      duration: asset.duration ?? null,
      externalId: id,
      height: picture?.max_height ?? null,
      playback: playbackOf(asset.playback_ids ?? []),
      state: 'ready',
      width: picture?.max_width ?? null,
    }
  }

  const lookAtUpload = async (id: string): Promise<Standing> => {
    const upload = await answered(() => unlessGone(() => mux.video.uploads.retrieve(id)))
    if (!upload) {
      return { state: 'empty' }
    }
    if (upload.asset_id) {
      return lookAtAsset(upload.asset_id)
    }

    return upload.status === 'errored'
      ? { detail: upload.error?.message ?? '', state: 'failed' }
      : { state: 'empty' }
  }

  const sign = (playback: string, type: 'storyboard' | 'thumbnail' | 'video', seconds: number) =>
    mux.jwt.signPlaybackId(playback, {
      type,
      expiration: `${seconds}s`,
      ...(type === 'storyboard' && { params: { format: 'webp' } }),
    })

  /** Where Mux gives licences for a film, until its token ends (`aud` d). */
  const licensing = async (playback: string, seconds: number): Promise<Licensing> => {
    const token = await mux.jwt.signDrmLicense(playback, { expiration: `${seconds}s` })
    const at = (path: string) => `${licences}/${path}/${playback}?token=${token}`

    return {
      fairplay: { certificate: at('appcert/fairplay'), licence: at('license/fairplay') },
      playready: { licence: at('license/playready') },
      widevine: { licence: at('license/widevine') },
    }
  }

  return {
    check: async () => {
      await answered(() => mux.video.uploads.list({ limit: 1 }))
      if (muxDrm) {
        await answered(() => mux.video.drmConfigurations.retrieve(muxDrm))
      }
      await sign('check', 'video', 60).catch((error: unknown) => {
        throw new VideosRefused(`The signing key is none: ${String(error)}`, 'keys')
      })
    },
    dropCaptions: async ({ captions, externalId }) => {
      await answered(() => unlessGone(() => mux.video.assets.deleteTrack(externalId, captions)))
    },
    hand: async ({ name, type, bytes, size }, { onMade, onSent, signal }) => {
      const { id, url } = await answered(() =>
        mux.video.uploads.create({
          cors_origin: '*',
          new_asset_settings: {
            meta: { title: name.slice(0, 512) },
            ...(muxDrm
              ? { advanced_playback_policies: [{ drm_configuration_id: muxDrm, policy: 'drm' }] }
              : { playback_policies: ['signed'] }),
          },
          timeout: PLACE_WAITS,
        }),
      )
      await onMade(`${UPLOAD}${id}`)
      if (!url) {
        throw new VideosUnavailable('Mux named no address to send to.')
      }
      await asked('Mux', url, {
        body: counted(await bytes(), size, onSent),
        headers: { 'Content-Length': size, 'Content-Type': type },
        isTrusted: apiBase !== undefined,
        method: 'PUT',
        patience: 120_000,
        signal,
      })
    },
    look: (externalId) =>
      externalId.startsWith(UPLOAD)
        ? lookAtUpload(externalId.slice(UPLOAD.length))
        : lookAtAsset(externalId),
    open: async ({ playback: known, seconds }) => {
      if (!known) {
        throw new VideosRefused('The film has no signed playback id.')
      }
      const isGuarded = known.startsWith(DRM)
      const playback = isGuarded ? known.slice(DRM.length) : known
      const [film, poster, story] = await Promise.all([
        sign(playback, 'video', seconds),
        sign(playback, 'thumbnail', seconds),
        sign(playback, 'storyboard', seconds),
      ])

      return {
        licences: isGuarded ? await licensing(playback, seconds) : null,
        poster: `${images}/${playback}/thumbnail.webp?token=${poster}`,
        src: `${streams}/${playback}.m3u8?token=${film}`,
        story: `${images}/${playback}/storyboard.vtt?token=${story}`,
      }
    },
    putCaptions: async ({ externalId, label, language, url }) => {
      const { id } = await answered(() =>
        mux.video.assets.createTrack(externalId, {
          name: label,
          type: 'text',
          language_code: language,
          text_type: 'subtitles',
          url,
        }),
      )

      return id ?? ''
    },
    read: async ({ body, headers }) => {
      const sent = await mux.webhooks.unwrap(body, headers).catch((error: unknown) => {
        throw new BadSignature(String(error))
      })
      const { id, type, data } = eventShape.parse(sent)
      const films = [data.id, data.upload_id].flatMap((one) =>
        one ? [one, `${UPLOAD}${one}`] : [],
      )

      return { type, event: id, films, isGone: type === 'video.asset.deleted' }
    },
    remove: async (externalId) => {
      const standing = externalId.startsWith(UPLOAD)
        ? await answered(() =>
            unlessGone(() => mux.video.uploads.retrieve(externalId.slice(UPLOAD.length))),
          )
        : null
      if (standing && !standing.asset_id) {
        await answered(() => unlessGone(() => mux.video.uploads.cancel(standing.id))).catch(
          (error: unknown) => {
            // One that has ended already cannot be cancelled.
            if (!(error instanceof VideosRefused) || error.reason === 'keys') {
              throw error
            }
          },
        )

        return
      }
      const asset = standing?.asset_id ?? externalId
      if (!asset.startsWith(UPLOAD)) {
        await answered(() => unlessGone(() => mux.video.assets.delete(asset)))
      }
    },
  }
}
