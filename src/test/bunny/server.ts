import { createHmac, randomUUID } from 'node:crypto'

import type { FilmAnswer, FilmRequest } from '../films/server'

import { PLAYLIST, startFilmServer, streamOf } from '../films/server'

/** The keys of the tests' library at Bunny Stream, as a school enters them. */
export const BUNNY_KEYS = {
  bunnyApiKey: 'api-key-of-the-tests',
  bunnyHost: 'vz-tests.b-cdn.net',
  bunnyLibrary: '4711',
  bunnyReadKey: 'read-only-key-of-the-tests',
  bunnyTokenKey: 'token-key-of-the-tests',
}

type Film = {
  captions: Map<string, string>
  files: Map<string, Buffer>
  status: number
  title: string
}

const missing: FilmAnswer = { body: { message: 'Not found' }, status: 404 }

/** Whether a path begins with a directory token of the library that is right and has not ended, and what it asks for. */
const admitted = (path: string): null | string => {
  const [, token, expires = '', folder = '', rest = ''] =
    /^\/bcdn_token=HS256-([\w-]+)&expires=(\d+)&token_path=([^/]+)(\/.*)$/.exec(path) ?? []
  const allowed = decodeURIComponent(folder)
  const right = createHmac('sha256', BUNNY_KEYS.bunnyTokenKey)
    .update(`${allowed}${expires}token_path=${allowed}`)
    .digest('base64url')

  return token === right && Number(expires) * 1000 > Date.now() && rest.startsWith(allowed)
    ? rest
    : null
}

/** A small Bunny Stream: a library of films, their bytes and captions, its host with token authentication, signed reports. */
export const startBunnyServer = async ({
  isHasty = false,
  port = 0,
}: { isHasty?: boolean; port?: number } = {}) => {
  const films = new Map<string, Film>()

  const finish = async (id: string): Promise<void> => {
    const film = films.get(id)
    const bytes = film?.files.get('original')
    if (film && bytes) {
      await streamOf(bytes).then(
        (files) => {
          film.files = files
          film.status = 3
        },
        () => {
          film.status = 5
        },
      )
    }
  }

  const play = (path: string): FilmAnswer => {
    const asked = admitted(path)
    if (asked === null) {
      return { body: 'Forbidden', status: 403 }
    }
    const [, id = '', name = ''] = /^\/([^/]+)\/(.+)$/.exec(asked) ?? []
    if (name === 'thumbnail.jpg' && films.has(id)) {
      return { body: 'a picture', headers: { 'Content-Type': 'image/jpeg' }, status: 200 }
    }
    const file = films.get(id)?.files.get(name === 'playlist.m3u8' ? 'play.m3u8' : name)

    return file
      ? {
          body: file,
          headers: name.endsWith('.m3u8') ? PLAYLIST : { 'Content-Type': 'video/mp2t' },
          status: 200,
        }
      : missing
  }

  const serve = async ({ body, headers, method, path }: FilmRequest): Promise<FilmAnswer> => {
    const [, library, id, part, language = ''] =
      /^\/library\/([^/]+)\/videos(?:\/([^/]+))?(?:\/(captions)\/([^/]+))?$/.exec(path) ?? []
    if (!library) {
      return play(path)
    }
    if (headers.accesskey !== BUNNY_KEYS.bunnyApiKey || library !== BUNNY_KEYS.bunnyLibrary) {
      return { body: { Message: 'Authentication has been denied.' }, status: 401 }
    }
    if (!id) {
      if (method === 'GET') {
        return { body: { items: [] }, status: 200 }
      }
      const guid = randomUUID()
      const { title } = JSON.parse(body.toString('utf8')) as { title: string }
      films.set(guid, { captions: new Map(), files: new Map(), status: 0, title })

      return { body: { guid, status: 0 }, status: 200 }
    }
    const film = films.get(id)
    if (!film) {
      return missing
    }
    if (part && method === 'POST') {
      const { captionsFile } = JSON.parse(body.toString('utf8')) as { captionsFile: string }
      film.captions.set(language, Buffer.from(captionsFile, 'base64').toString('utf8'))

      return { body: { success: true }, status: 200 }
    }
    if (part) {
      return film.captions.delete(language) ? { body: { success: true }, status: 200 } : missing
    }
    if (method === 'PUT') {
      film.files.set('original', body)
      film.status = 2
      if (isHasty) {
        await finish(id)
      }

      return { body: { success: true }, status: 200 }
    }
    if (method === 'DELETE') {
      films.delete(id)

      return { body: { success: true }, status: 200 }
    }

    return {
      body: {
        encodeProgress: 40,
        guid: id,
        height: 180,
        length: 4,
        status: film.status,
        width: 320,
      },
      status: 200,
    }
  }

  const server = await startFilmServer(serve, port)

  return {
    ...server,
    captionsOf: (id: string) => [...(films.get(id)?.captions.keys() ?? [])],
    films: () => [...films.keys()],
    finish,
    /** A report of a film as Bunny sends it. */
    report: (id: string, status = 3, { secret = BUNNY_KEYS.bunnyReadKey } = {}) => {
      const body = JSON.stringify({ Status: status, VideoGuid: id, VideoLibraryId: 4711 })
      const signature = createHmac('sha256', secret).update(body).digest('hex')

      return { body, headers: new Headers({ 'X-BunnyStream-Signature': signature }) }
    },
    titleOf: (id: string) => films.get(id)?.title,
  }
}
