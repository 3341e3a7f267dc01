import { edgeFile } from '../edges'

/** One answer of a content delivery network, as its log tells of it; `at` in ms, and `id` null where the network gives its requests none. */
export type LoggedAnswer = {
  at: number
  bytes: number
  id: null | string
  method: null | string
  status: number
  url: string
}

/** Bytes of a segment that a network sent; `play` is the watching for which it was asked, as far as the address says. */
export type SentByEdge = {
  at: number
  bytes: number
  play: null | string
  tenant: string
  video: string
}

/** The largest answer that is believed, in bytes: no segment comes near. */
const MOST_BYTES = 2 ** 32

const AN_ADDRESS = /^(?:https?:\/\/[^/?#]+)?(?:\/bcdn_token=[^/?]*)?(\/api\/edge\/[^?#]*)/

const A_PLAY = /[?&]viewer=([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?:[&/]|$)/

const OK: readonly number[] = [200, 206]

/** A number as logs write it; NaN for anything else. */
export const numberIn = (text: unknown): number =>
  typeof text === 'number'
    ? text
    : typeof text === 'string' && /^\d{1,19}(?:\.\d{1,9})?$/.test(text)
      ? Number(text)
      : NaN

/** Whether what a log says can be true, `now` in ms. */
export const isPlausible = ({ at, bytes, status, url }: LoggedAnswer, now: number): boolean =>
  Number.isFinite(at) &&
  at <= now + 3_600_000 &&
  Number.isSafeInteger(bytes) &&
  bytes >= 0 &&
  bytes <= MOST_BYTES &&
  Number.isInteger(status) &&
  url.length > 0

/** The segment that an answer sent; null for what was refused, not sent, or is none of ours. */
export const sentBy = ({ at, bytes, method, status, url }: LoggedAnswer): null | SentByEdge => {
  const [, path = ''] = AN_ADDRESS.exec(url) ?? []
  const file = OK.includes(status) && (method ?? 'GET') === 'GET' ? edgeFile(path) : null

  return (
    file && {
      at,
      bytes,
      play: A_PLAY.exec(url)?.[1] ?? null,
      tenant: file.tenant,
      video: file.video,
    }
  )
}
