import { randomBytes } from 'node:crypto'

import type { FilmAnswer, FilmRequest } from '../films/server'

import { PLAYLIST, startFilmServer, streamOf } from '../films/server'

/** The key of the tests' account at Vimeo, as a school enters it. */
export const VIMEO_KEYS = { vimeoToken: 'personal-access-token-of-the-tests' }

type Film = {
  captions: Map<string, string>
  files: Map<string, Buffer>
  size: number
  status: 'complete' | 'error' | 'in_progress'
}

const missing: FilmAnswer = { body: { error: 'Not found' }, status: 404 }

/** A small Vimeo: films by tus, text tracks, links of play lists that end. It sends no reports. */
export const startVimeoServer = async ({
  isHasty = false,
  port = 0,
}: { isHasty?: boolean; port?: number } = {}) => {
  const films = new Map<string, Film>()
  /** Links by their secret: of which film, and until when, in ms. */
  const links = new Map<string, { film: string; until: number }>()
  let made = 1000

  const finish = async (id: string): Promise<void> => {
    const film = films.get(id)
    const bytes = film?.files.get('original')
    if (film && bytes) {
      await streamOf(bytes).then(
        (files) => {
          film.files = files
          film.status = 'complete'
        },
        () => {
          film.status = 'error'
        },
      )
    }
  }

  const play = (path: string): FilmAnswer => {
    const [, secret = '', name = ''] = /^\/play\/([^/]+)\/(.+)$/.exec(path) ?? []
    const link = links.get(secret)
    const file = link && films.get(link.film)?.files.get(name)
    if (!link || link.until < Date.now()) {
      return { body: 'Forbidden', status: 403 }
    }

    return file
      ? {
          body: file,
          headers: name.endsWith('.m3u8') ? PLAYLIST : { 'Content-Type': 'video/mp2t' },
          status: 200,
        }
      : missing
  }

  const put = async (id: string, { body, headers, method }: FilmRequest): Promise<FilmAnswer> => {
    const film = films.get(id)
    if (!film || method !== 'PATCH' || headers['tus-resumable'] !== '1.0.0') {
      return missing
    }
    if (
      headers['upload-offset'] !== '0' ||
      headers['content-type'] !== 'application/offset+octet-stream'
    ) {
      return { status: 409 }
    }
    film.files.set('original', body)
    if (isHasty) {
      await finish(id)
    }

    return { headers: { 'Upload-Offset': String(body.length) }, status: 204 }
  }

  const serve = async (asked: FilmRequest): Promise<FilmAnswer> => {
    const { body, headers, method, path } = asked
    const origin = `http://${headers.host}`
    const [, uploaded] = /^\/tus\/(\d+)$/.exec(path) ?? []
    const [, captioned = '', words = ''] = /^\/words\/(\d+)\/(\w+)$/.exec(path) ?? []
    if (uploaded) {
      return put(uploaded, asked)
    }
    if (captioned) {
      films.get(captioned)?.captions.set(words, body.toString('utf8'))

      return { status: 200 }
    }
    if (path.startsWith('/play/')) {
      return play(path)
    }
    if (path === '/picture.jpg') {
      return { body: 'a picture', headers: { 'Content-Type': 'image/jpeg' }, status: 200 }
    }
    if (headers.authorization !== `bearer ${VIMEO_KEYS.vimeoToken}`) {
      return {
        body: { error: 'You must provide a valid authenticated access token.' },
        status: 401,
      }
    }
    if (path === '/me') {
      return { body: { uri: '/users/1' }, status: 200 }
    }
    const sent =
      body.length > 0 ? (JSON.parse(body.toString('utf8')) as Record<string, unknown>) : {}
    if (path === '/me/videos' && method === 'POST') {
      const id = String((made += 1))
      const { approach, size } = sent.upload as { approach: string; size: number }
      if (approach !== 'tus' || (sent.privacy as { view: string }).view !== 'nobody') {
        return { body: { error: 'Not so.' }, status: 400 }
      }
      films.set(id, { captions: new Map(), files: new Map(), size, status: 'in_progress' })

      return {
        body: {
          upload: { approach, size, upload_link: `${origin}/tus/${id}` },
          uri: `/videos/${id}`,
        },
        status: 200,
      }
    }
    const [, id = '', track] = /^\/videos\/(\d+)(?:\/texttracks(?:\/(\w+))?)?$/.exec(path) ?? []
    const film = films.get(id)
    if (!film) {
      return missing
    }
    if (path.includes('/texttracks')) {
      if (method === 'DELETE') {
        return film.captions.delete(track ?? '') ? { status: 204 } : missing
      }
      const language = String(sent.language)
      film.captions.set(language, '')

      return {
        body: {
          link: `${origin}/words/${id}/${language}`,
          uri: `/videos/${id}/texttracks/${language}`,
        },
        status: 201,
      }
    }
    if (method === 'DELETE') {
      films.delete(id)

      return { status: 204 }
    }
    const secret = randomBytes(12).toString('hex')
    links.set(secret, { film: id, until: Date.now() + 600_000 })
    const hasAll = film.files.has('play.m3u8') || film.files.get('original')?.length === film.size

    return {
      body: {
        duration: 4,
        height: 180,
        pictures: { base_link: `${origin}/picture.jpg` },
        play:
          film.status === 'complete' ? { hls: { link: `${origin}/play/${secret}/play.m3u8` } } : {},
        transcode: { status: film.status },
        upload: { status: hasAll ? 'complete' : 'in_progress' },
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
    links,
  }
}
