import { execFile } from 'node:child_process'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A request as the server of a film provider reads it. */
export type FilmRequest = {
  body: Buffer
  headers: IncomingHttpHeaders
  method: string
  path: string
  query: URLSearchParams
}

export type FilmAnswer = {
  body?: Buffer | object | string
  headers?: Record<string, string>
  status: number
}

export type FilmServer = {
  close: () => Promise<void>
  /** Answers the next requests with this status. */
  failNext: (times: number, status?: number) => void
  /** Every request, as `METHOD /path`. */
  requests: string[]
  url: string
}

/** A server of HTTP on this machine that takes bytes, and fails when told to. Any page may ask it. */
export const startFilmServer = async (
  serve: (asked: FilmRequest) => FilmAnswer | Promise<FilmAnswer>,
  port = 0,
): Promise<FilmServer> => {
  const state = { failures: 0, status: 503 }
  const requests: string[] = []
  const server = createServer((message, response) => {
    const { pathname, searchParams: query } = new URL(message.url ?? '/', 'http://films')
    const { headers, method = 'GET' } = message
    const cors = {
      'Access-Control-Allow-Headers': '*',
      'Access-Control-Allow-Methods': '*',
      'Access-Control-Allow-Origin': '*',
    }
    buffer(message)
      .then(async (body) => {
        requests.push(`${method} ${pathname}`)
        if (state.failures > 0) {
          state.failures -= 1

          return { status: state.status }
        }

        return method === 'OPTIONS'
          ? { status: 204 }
          : serve({ body, headers, method, path: pathname, query })
      })
      .catch((error: unknown): FilmAnswer => ({ body: String(error), status: 500 }))
      .then(({ body, headers: more, status }: FilmAnswer) => {
        const isJson = body !== undefined && typeof body !== 'string' && !Buffer.isBuffer(body)
        response.writeHead(status, {
          ...cors,
          ...(isJson && { 'Content-Type': 'application/json' }),
          ...more,
        })
        response.end(isJson ? JSON.stringify(body) : body)
      })
      .catch(() => response.destroy())
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  const address = server.address()

  return {
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((done) => server.close(() => done()))
    },
    failNext: (times, status = 503) => Object.assign(state, { failures: times, status }),
    requests,
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}`,
  }
}

/** A stream as a provider makes one of a film: its files by name, with `play.m3u8` in front. Rejects for what is no film. */
export const streamOf = async (film: Buffer): Promise<Map<string, Buffer>> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-film-'))
  try {
    const file = path.join(folder, 'film')
    await writeFile(file, film)
    await run('ffmpeg', [
      ...['-v', 'error', '-i', file, '-c', 'copy', '-f', 'hls', '-hls_time', '2'],
      ...['-hls_playlist_type', 'vod', path.join(folder, 'play.m3u8')],
    ])
    const names = (await readdir(folder)).filter((name) => name.startsWith('play'))

    return new Map(
      await Promise.all(
        names.map(async (name) => [name, await readFile(path.join(folder, name))] as const),
      ),
    )
  } finally {
    await rm(folder, { force: true, recursive: true })
  }
}

export const PLAYLIST = { 'Content-Type': 'application/vnd.apple.mpegurl' }
