import type { LoggedAnswer } from './entry'

import { numberIn } from './entry'

/** A moment in ms: of ISO 8601, or counted from 1970 in seconds, ms, µs or ns; NaN for anything else. */
const momentIn = (given: unknown): number => {
  const counted = numberIn(given)
  if (Number.isNaN(counted)) {
    return typeof given === 'string' ? Date.parse(given) : NaN
  }
  const scale = [1e11, 1e14, 1e17].filter((most) => counted >= most).length

  return (counted * 1000) / 1000 ** scale
}

const textIn = (given: unknown): null | string =>
  typeof given === 'string' && given !== '' && given !== '-' ? given : null

/** Lines of the extended log format of the W3C, as CloudFront writes them: between tabs, in the order that `#Fields:` names. */
export const w3cLine = (line: string, fields: readonly string[]): LoggedAnswer => {
  const values = line.split(line.includes('\t') ? '\t' : ' ')
  const of = (name: string): null | string => {
    const at = fields.indexOf(name)

    return at < 0 ? null : textIn(values[at])
  }
  const query = of('cs-uri-query')

  return {
    id: of('x-edge-request-id'),
    at: Date.parse(`${of('date')}T${of('time')}Z`),
    bytes: numberIn(of('sc-bytes')),
    method: of('cs-method'),
    status: numberIn(of('sc-status')),
    url: `${of('cs-uri-stem') ?? ''}${query ? `?${query}` : ''}`,
  }
}

/** The names that a line of JSON may have for each part; the first is ours, others are Cloudflare's (Logpush) and nginx's. */
const NAMES = {
  id: ['id', 'RayID', 'request_id'],
  at: ['time', 'EdgeStartTimestamp', 'time_iso8601', 'msec', 'timestamp'],
  bytes: ['bytes', 'EdgeResponseBodyBytes', 'EdgeResponseBytes', 'body_bytes_sent', 'bytes_sent'],
  method: ['method', 'ClientRequestMethod', 'request_method'],
  status: ['status', 'EdgeResponseStatus'],
  url: ['url', 'ClientRequestURI', 'request_uri', 'uri'],
}

/** A line that is one object in JSON; null where it is not. */
export const jsonLine = (line: string): LoggedAnswer | null => {
  const read = objectIn(line)
  if (!read) {
    return null
  }
  const of = (part: keyof typeof NAMES): unknown =>
    NAMES[part].map((name) => read[name]).find((value) => value !== undefined)

  return {
    id: textIn(of('id')),
    at: momentIn(of('at')),
    bytes: numberIn(of('bytes')),
    method: textIn(of('method')),
    status: numberIn(of('status')),
    url: textIn(of('url')) ?? '',
  }
}

const objectIn = (line: string): null | Record<string, unknown> => {
  try {
    const read: unknown = JSON.parse(line)

    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** Bunny's: cache, status, ms, bytes, zone, address, referrer, URL, edge, browser, id, country. A browser may have strokes in its name. */
export const bunnyLine = (line: string): LoggedAnswer => {
  const parts = line.split('|')
  const [, status, at, bytes, , , , url = ''] = parts

  return {
    id: textIn(parts.at(-2)),
    at: momentIn(at),
    bytes: numberIn(bytes),
    method: null,
    status: numberIn(status),
    url,
  }
}

const COMBINED =
  /^\S+ \S+ [^[\]]*\[(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}:\d{2}:\d{2}) ([+-]\d{4})\] "([A-Z]{1,10}) (\S+)(?: [^"]*)?" (\d{3}) (\d+)(?: |$)/

/** The common and the combined log format, as Apache and nginx write them; null where it is neither. */
export const combinedLine = (line: string): LoggedAnswer | null => {
  const found = COMBINED.exec(line)
  if (!found) {
    return null
  }
  const [, day, month, year, time, zone, method = '', url = '', status, bytes] = found

  return {
    id: null,
    at: Date.parse(`${day} ${month} ${year} ${time} ${zone}`),
    bytes: numberIn(bytes),
    method,
    status: numberIn(status),
    url,
  }
}
