import type { KeySystem } from './protection'

import { KEY_SYSTEMS } from './protection'

/** What a file of a stream is to whoever plays it. */
type StreamKind = 'certificate' | 'key' | 'licence' | 'picture' | 'playlist' | 'pulse' | 'segment' | 'words'

/** A file of a stream, by the video's id and the run that made it; `place` is the number of a key in its rendition. */
export type StreamFile = {
  kind: StreamKind
  path: string
  place: number
  /** `v720`, or `a` for sound; empty where it is of the whole video. */
  rendition: string
  run: string
  type: string
  video: string
}

/** Under which all streams are found. */
const STREAMS_AT = '/api/stream'

const ID = '[\\da-f]{8}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{12}'

const ADDRESS = new RegExp(`^${STREAMS_AT}/(${ID})/(${ID})/([\\w./-]{1,60})$`)

const RENDITION = '(v\\d{3,4}|a)'

/** Every name that a file of a run may have, and nothing else. */
const FILES: readonly { kind: StreamKind; name: RegExp; type: string }[] = [
  {
    name: new RegExp(`^(?:${RENDITION}/index|master)\\.m3u8$`),
    type: 'application/vnd.apple.mpegurl',
    kind: 'playlist',
  },
  { name: new RegExp(`^${RENDITION}/\\d{5,6}\\.ts$`), type: 'video/mp2t', kind: 'segment' },
  {
    name: new RegExp(`^${RENDITION}/(?:\\d{5,6}\\.m4s|init\\.mp4)$`),
    type: 'video/mp4',
    kind: 'segment',
  },
  {
    name: new RegExp(`^${RENDITION}/key/(\\d{1,5})$`),
    type: 'application/octet-stream',
    kind: 'key',
  },
  { name: /^(?:poster|story\/\d{1,4})\.webp$/, type: 'image/webp', kind: 'picture' },
  { name: /^story\.vtt$/, type: 'text/vtt; charset=utf-8', kind: 'words' },
  { name: new RegExp(`^licence/(?:${KEY_SYSTEMS.join('|')})$`), type: 'application/octet-stream', kind: 'licence' },
  { name: /^certificate$/, type: 'application/octet-stream', kind: 'certificate' },
  { name: /^pulse$/, type: 'text/plain', kind: 'pulse' },
  { name: /^waveform\.json$/, type: 'application/json', kind: 'words' },
]

/** Where the files of one video are, and no other's: its cookie is sent there alone. */
export const streamHome = (video: string): string => `${STREAMS_AT}/${video}`

/** The address of a file of a run. */
export const streamUrl = ({ path, run, video }: Record<'path' | 'run' | 'video', string>): string =>
  `${streamHome(video)}/${run}/${path}`

/** Whether an address is among those of streams, be there such a file or not. */
export const isOfStream = (url: string): boolean => url.startsWith(`${STREAMS_AT}/`)

/** What an address of a stream names, its query left aside; null where a run has no such file. */
export const streamFile = (url: string): null | StreamFile => {
  const [, video, run, path = ''] = ADDRESS.exec(url.split('?')[0] ?? '') ?? []
  const found = FILES.find(({ name }) => name.test(path))
  if (!video || !run || !found) {
    return null
  }
  const [, rendition = '', place = '0'] = found.name.exec(path) ?? []

  return { type: found.type, kind: found.kind, path, place: Number(place), rendition, run, video }
}

/** The system that the name of a licence ends with. */
export const systemOf = ({ path }: Pick<StreamFile, 'path'>): KeySystem | undefined =>
  KEY_SYSTEMS.find((system) => path === `licence/${system}`)

const UNKEPT: readonly StreamKind[] = ['certificate', 'key', 'licence', 'pulse']

/** How long browsers may keep it: what a run made never changes, its keys are asked for each time, and whether it may be played at all. */
export const keptFor = (kind: StreamKind): string =>
  UNKEPT.includes(kind)
    ? 'private, no-store'
    : kind === 'playlist'
      ? 'private, no-cache'
      : 'private, max-age=31536000, immutable'

/** Letters and digits that nobody mistakes for another, as Crockford's base 32 has them. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code of eight such letters out of as many bytes. */
export const codeOf = (bytes: Iterable<number>): string =>
  [...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join('')

/** A code as somebody read it off a picture: in small letters, with gaps, `O` for zero, `I` or `L` for one. */
export const readCode = (text: string): string =>
  text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
