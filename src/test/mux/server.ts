import { createHmac, createVerify, generateKeyPairSync } from 'node:crypto'

import type { FilmAnswer, FilmRequest } from '../films/server'

import { PLAYLIST, startFilmServer, streamOf } from '../films/server'

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** The keys of the tests' account at Mux, as a school enters them. */
export const MUX_KEYS = {
  muxPrivateKey: Buffer.from(
    pair.privateKey.export({ type: 'pkcs1', format: 'pem' }) as string,
  ).toString('base64'),
  muxSigningKey: 'signing-key-1',
  muxTokenId: 'token-id',
  muxTokenSecret: 'token-secret-of-the-tests',
  muxWebhookSecret: 'webhook-secret-of-the-tests',
}

type Asset = {
  captions: Map<string, { language: string; name: string; url: string }>
  files: Map<string, Buffer>
  id: string
  playback: string
  policy: 'drm' | 'signed'
  status: 'errored' | 'preparing' | 'ready'
  title: string
  upload: string
}

type Claims = { aud: string; exp: number; kid: string; sub: string }

/** The claims of a token that the school's key signed; null of any other. */
const claimsOf = (token: string): Claims | null => {
  const [head = '', body = '', signature = ''] = token.split('.')
  const isRight = createVerify('RSA-SHA256')
    .update(`${head}.${body}`)
    .verify(pair.publicKey, Buffer.from(signature, 'base64url'))

  return isRight ? (JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Claims) : null
}

const denied = (messages: string): FilmAnswer => ({
  body: { error: { type: 'unauthorized', messages: [messages] } },
  status: 401,
})
const missing: FilmAnswer = { body: { error: { type: 'not_found' } }, status: 404 }

/** The DRM configuration that Mux made for the tests' account. */
export const MUX_DRM = 'drm-configuration-1'

/** A small Mux: direct uploads, assets, text tracks, signed playback, signed reports. Whatever is uploaded waits to be `finish`ed. */
export const startMuxServer = async ({
  isHasty = false,
  port = 0,
}: { isHasty?: boolean; port?: number } = {}) => {
  const assets = new Map<string, Asset>()
  const uploads = new Map<
    string,
    Pick<Asset, 'policy' | 'title'> & { asset: null | string; cancelled: boolean }
  >()
  const count = { made: 0 }
  const idOf = (kind: string) => `${kind}${(count.made += 1)}x${Date.now().toString(36)}`

  const shown = ({ id, captions, playback, policy, status, upload }: Asset) => ({
    id,
    duration: status === 'ready' ? 4 : undefined,
    errors:
      status === 'errored'
        ? { type: 'invalid_input', messages: ['Input is not a video.'] }
        : undefined,
    playback_ids: [{ id: playback, policy }],
    progress: { progress: 40, state: 'transcoding' },
    status,
    tracks: [
      { id: 'picture', type: 'video', max_height: 180, max_width: 320 },
      ...[...captions].map(([track, { name, language }]) => ({
        id: track,
        name,
        type: 'text',
        language_code: language,
      })),
    ],
    upload_id: upload,
  })

  const finish = async (id: string): Promise<void> => {
    const asset = assets.get(id)
    const film = asset?.files.get('original')
    if (asset && film) {
      await streamOf(film).then(
        (files) => {
          asset.files = files
          asset.status = 'ready'
        },
        () => {
          asset.status = 'errored'
        },
      )
    }
  }

  /** Licences and the certificate of films that are protected, for tokens of their own kind. */
  const license = ({ method, path, query }: FilmRequest): FilmAnswer | null => {
    const [, what = '', playback = ''] =
      /^\/(license\/(?:widevine|playready|fairplay)|appcert\/fairplay)\/([^/]+)$/.exec(path) ?? []
    if (!what) {
      return null
    }
    const claims = claimsOf(query.get('token') ?? '')
    const asset = [...assets.values()].find((one) => one.playback === playback)
    const isRight =
      asset?.policy === 'drm' &&
      claims?.sub === playback &&
      claims.aud === 'd' &&
      claims.exp * 1000 > Date.now() &&
      method === (what.startsWith('license') ? 'POST' : 'GET')

    return isRight ? { body: what, status: 200 } : { body: 'Not authorised', status: 403 }
  }

  const play = ({ path, query }: FilmRequest): FilmAnswer => {
    const [, playback = '', rest = ''] = /^\/([^/.]+)(?:\.m3u8|\/(.+))$/.exec(path) ?? []
    const asset = [...assets.values()].find((one) => one.playback === playback)
    const claims = claimsOf(query.get('token') ?? '')
    const kind = rest.startsWith('thumbnail') ? 't' : rest.startsWith('storyboard') ? 's' : 'v'
    if (!asset || asset.status !== 'ready') {
      return missing
    }
    if (
      claims?.sub !== playback ||
      claims.kid !== MUX_KEYS.muxSigningKey ||
      claims.aud !== kind ||
      claims.exp * 1000 < Date.now()
    ) {
      return { body: 'Not authorised', status: 403 }
    }
    if (kind === 's') {
      return { body: 'WEBVTT\n', headers: { 'Content-Type': 'text/vtt' }, status: 200 }
    }
    if (kind === 't') {
      return { body: 'a picture', headers: { 'Content-Type': 'image/webp' }, status: 200 }
    }
    const name = rest || 'play.m3u8'
    const file = asset.files.get(name)
    // As at Mux, what a play list names carries a signature of its own.
    const text = file
      ?.toString('utf8')
      .replace(/^(play\S+)$/gm, `${playback}/$1?${query.toString()}`)

    return file
      ? name === 'play.m3u8'
        ? { body: text, headers: PLAYLIST, status: 200 }
        : { body: file, headers: { 'Content-Type': 'video/mp2t' }, status: 200 }
      : missing
  }

  const serve = async (asked: FilmRequest): Promise<FilmAnswer> => {
    const { body, headers, method, path } = asked
    const [, placed] = /^\/put\/(.+)$/.exec(path) ?? []
    if (method === 'PUT' && placed) {
      const upload = uploads.get(placed)
      if (!upload || upload.cancelled) {
        return missing
      }
      const id = idOf('asset')
      assets.set(id, {
        id,
        captions: new Map(),
        files: new Map([['original', body]]),
        playback: idOf('play'),
        policy: upload.policy,
        status: 'preparing',
        title: upload.title,
        upload: placed,
      })
      upload.asset = id
      if (isHasty) {
        await finish(id)
      }

      return { status: 200 }
    }
    if (!path.startsWith('/video/v1/')) {
      return license(asked) ?? play(asked)
    }
    const { muxTokenId, muxTokenSecret } = MUX_KEYS
    const basic = Buffer.from(`${muxTokenId}:${muxTokenSecret}`).toString('base64')
    if (headers.authorization !== `Basic ${basic}`) {
      return denied('Unauthorized request')
    }

    return administer(asked)
  }

  const administer = ({ body, headers, method, path }: FilmRequest): FilmAnswer => {
    const [kind, id = '', part, track = ''] = path.slice('/video/v1/'.length).split('/')
    const sent =
      body.length > 0 ? (JSON.parse(body.toString('utf8')) as Record<string, unknown>) : {}
    if (kind === 'drm-configurations') {
      return id === MUX_DRM ? { body: { data: { id } }, status: 200 } : missing
    }
    if (kind === 'uploads' && method === 'GET' && !id) {
      return { body: { data: [] }, status: 200 }
    }
    if (kind === 'uploads' && method === 'POST') {
      const settings = sent.new_asset_settings as {
        meta?: { title: string }
        advanced_playback_policies?: { drm_configuration_id?: string; policy: string }[]
        playback_policies?: string[]
      }
      const [advanced] = settings.advanced_playback_policies ?? []
      const isGuarded =
        advanced?.policy === 'drm' &&
        advanced.drm_configuration_id === MUX_DRM &&
        !settings.playback_policies
      if (!isGuarded && settings.playback_policies?.[0] !== 'signed') {
        return { body: { error: { messages: ['Not signed'] } }, status: 400 }
      }
      const made = idOf('upload')
      uploads.set(made, {
        asset: null,
        cancelled: false,
        policy: isGuarded ? 'drm' : 'signed',
        title: settings.meta?.title ?? '',
      })

      return {
        body: { data: { id: made, status: 'waiting', url: `http://${headers.host}/put/${made}` } },
        status: 201,
      }
    }
    if (kind === 'uploads') {
      const upload = uploads.get(id)
      if (upload && method === 'PUT' && part === 'cancel') {
        upload.cancelled = true
      }

      return upload
        ? {
            body: {
              data: {
                id,
                status: upload.asset ? 'asset_created' : 'waiting',
                ...(upload.asset && { asset_id: upload.asset }),
              },
            },
            status: 200,
          }
        : missing
    }
    const asset = assets.get(id)
    if (!asset) {
      return missing
    }
    if (part === 'tracks' && method === 'POST') {
      const made = idOf('track')
      const { name, language_code: language, url } = sent as Record<string, string>
      if (
        [...asset.captions.values()].some((one) => one.language === language && one.name === name)
      ) {
        return { body: { error: { messages: ['There is such a track'] } }, status: 400 }
      }
      asset.captions.set(made, { name: name ?? '', language: language ?? '', url: url ?? '' })

      return { body: { data: { id: made, type: 'text' } }, status: 201 }
    }
    if (part === 'tracks' && method === 'DELETE') {
      return asset.captions.delete(track) ? { status: 204 } : missing
    }
    if (method === 'DELETE') {
      assets.delete(id)

      return { status: 204 }
    }

    return { body: { data: shown(asset) }, status: 200 }
  }

  const server = await startFilmServer(serve, port)

  return {
    ...server,
    assets,
    captionsOf: (id: string) =>
      [...(assets.get(id)?.captions.values() ?? [])].map(({ language }) => language),
    films: () => [...assets.keys()],
    finish,
    /** A report of an asset as Mux sends it. */
    report: (
      id: string,
      type = 'video.asset.ready',
      { at = Date.now(), secret = MUX_KEYS.muxWebhookSecret } = {},
    ) => {
      const body = JSON.stringify({
        id: `event-${id}-${type}`,
        type,
        data: { id, upload_id: assets.get(id)?.upload },
      })
      const seconds = Math.floor(at / 1000)
      const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')

      return { body, headers: new Headers({ 'mux-signature': `t=${seconds},v1=${signature}` }) }
    },
  }
}
