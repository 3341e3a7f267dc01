/** What a network notes of an answer: `at` in ms, its path and query as they were asked for. */
export type LoggedRequest = {
  at: number
  bytes: number
  id: string
  method: string
  status: number
  url: string
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) | Firefox/1'

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('')

/** Logs as networks write them, of the same answers. */
export const LOGS = {
  bunny: (all: readonly LoggedRequest[]) =>
    lines(
      all.map(({ id, at, bytes, status, url }) =>
        [
          'HIT',
          status,
          at,
          bytes,
          390,
          '192.0.2.1',
          '-',
          `https://edge.example${url}`,
          'WA',
          AGENT,
          id,
          'DE',
        ].join('|'),
      ),
    ),
  cloudflare: (all: readonly LoggedRequest[]) =>
    lines(
      all.map(({ id, at, bytes, method, status, url }) =>
        JSON.stringify({
          ClientRequestMethod: method,
          ClientRequestURI: url,
          EdgeResponseBytes: bytes,
          EdgeResponseStatus: status,
          EdgeStartTimestamp: `${at}000000`,
          RayID: id,
        }),
      ),
    ),
  cloudfront: (all: readonly LoggedRequest[]) =>
    lines([
      '#Version: 1.0',
      '#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(User-Agent) cs-uri-query x-edge-request-id',
      ...all.map(({ id, at, bytes, method, status, url }) => {
        const [date = '', time = ''] = new Date(at).toISOString().split(/[T.]/)
        const [stem, query = '-'] = url.split('?')

        return [
          date,
          time,
          'FRA2',
          bytes,
          '192.0.2.1',
          method,
          'd1.example',
          stem,
          status,
          encodeURIComponent(AGENT),
          query,
          id,
        ].join('\t')
      }),
    ]),
  /** JSON under names of our own, as a service that writes what it is told to does. */
  fastly: (all: readonly LoggedRequest[]) =>
    lines(
      all.map(({ at, ...said }) => JSON.stringify({ time: new Date(at).toISOString(), ...said })),
    ),
  nginx: (all: readonly LoggedRequest[]) =>
    lines(
      all.map(({ id, at, bytes, method, status, url }) => {
        const moment = new Date(at)
        const [, time = ''] = moment.toISOString().split(/[T.]/)
        const day = String(moment.getUTCDate()).padStart(2, '0')
        const date = `${day}/${MONTHS[moment.getUTCMonth()]}/${moment.getUTCFullYear()}`

        return `192.0.2.1 - - [${date}:${time} +0000] "${method} ${url} HTTP/2.0" ${status} ${bytes} "-" "${AGENT}" ${id}`
      }),
    ),
}
