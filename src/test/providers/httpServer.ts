import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

/** A request as a provider's server reads it. */
export type Asked = {
  body: string
  headers: IncomingHttpHeaders
  method: string
  path: string
  query: URLSearchParams
}

/** What it answers: an object as JSON, a text as a page. */
export type Answered = { body?: object | string; headers?: Record<string, string>; status: number }

export type Faults = {
  /** Answers the next requests with this status instead of serving them. */
  failNext: (times: number, status?: number) => void
  /** Serves the next requests at such a path, and never answers them: what was asked for happens, and nobody is told. */
  silenceAfter: (path: RegExp, times: number) => void
  /** Serves the next requests after so many milliseconds. */
  slowNext: (times: number, milliseconds: number) => void
}

export type ProviderServer = Faults & {
  close: () => Promise<void>
  /** Every request that was served, as `METHOD /path`. */
  requests: string[]
  url: string
}

/** A server of HTTP on this machine that fails, stays silent and dawdles when told to. */
export const startProviderServer = async ({
  port = 0,
  serve,
}: {
  port?: number
  serve: (asked: Asked) => Answered
}): Promise<ProviderServer> => {
  const state = { failures: 0, failureStatus: 500, pause: 0, silences: 0, silent: /^$/, slow: 0 }
  const requests: string[] = []

  const answer = async (asked: Asked): Promise<Answered> => {
    if (state.failures > 0) {
      state.failures -= 1

      return { body: { name: 'INTERNAL_SERVER_ERROR' }, status: state.failureStatus }
    }
    if (state.slow > 0) {
      state.slow -= 1
      await new Promise((done) => setTimeout(done, state.pause).unref())
    }
    requests.push(`${asked.method} ${asked.path}`)

    return serve(asked)
  }

  const server = createServer((message, response) => {
    const { pathname: path, searchParams: query } = new URL(message.url ?? '/', 'http://provider')
    const { headers, method = 'GET' } = message
    text(message)
      .then((body) => answer({ body, headers, method, path, query }))
      .then((given) => {
        if (state.silences > 0 && state.silent.test(path)) {
          state.silences -= 1
        } else {
          send(given, response)
        }
      })
      .catch((error: unknown) => send({ body: String(error), status: 500 }, response))
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  const address = server.address()

  return {
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((done) => server.close(() => done()))
    },
    failNext: (times, status = 500) =>
      Object.assign(state, { failures: times, failureStatus: status }),
    requests,
    silenceAfter: (path, times) => Object.assign(state, { silences: times, silent: path }),
    slowNext: (times, milliseconds) => Object.assign(state, { pause: milliseconds, slow: times }),
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}`,
  }
}

const send = ({ body, headers, status }: Answered, response: ServerResponse): void => {
  const type = typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json'
  response.writeHead(status, { 'Content-Type': type, ...headers })
  response.end(typeof body === 'string' ? body : body ? JSON.stringify(body) : undefined)
}

/** Answers that were given under a key are given again, whatever became of what they tell of. */
export const replays = () => {
  const known = new Map<string, { answered: Answered; request: string }>()

  return {
    /** The answer to a request under this key; `clash` where another request had it before. */
    under: (
      key: string | undefined,
      request: string,
      serve: () => Answered,
      clash: () => Answered,
    ): Answered => {
      const before = key === undefined ? undefined : known.get(key)
      if (before) {
        return before.request === request ? before.answered : clash()
      }
      const answered = serve()
      if (key !== undefined && answered.status < 500) {
        known.set(key, { answered, request })
      }

      return answered
    },
  }
}

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1>${body}`

/** The page on which a buyer agrees or goes back, as a provider shows it. */
export const payPage = ({
  name,
  amount,
  path,
  token,
}: {
  amount: string
  name: string
  path: string
  token: string
}): string =>
  page(
    name,
    `<p>${amount}</p><form action="${path}"><input type="hidden" name="token" value="${token}"><button name="said" value="pay">Pay now</button> <button name="said" value="cancel">Cancel</button></form>`,
  )
