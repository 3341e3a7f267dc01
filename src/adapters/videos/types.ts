import type { Readable } from 'node:stream'

import type { Licensing } from '@/domain/media/protection'

/** The companies that keep films for schools. */
export type FilmKeeper = 'bunny' | 'mux' | 'vimeo'

/** A provider does not answer, or not as it should: it may in a while. */
export class VideosUnavailable extends Error {
  override name = 'VideosUnavailable'
}

/** A provider says no; `keys` where it does not know the account. */
export class VideosRefused extends Error {
  override name = 'VideosRefused'

  constructor(
    message: string,
    readonly reason: 'keys' | 'provider' = 'provider',
  ) {
    super(message)
  }
}

/** Something came in that the provider did not sign. */
export class BadSignature extends Error {
  override name = 'BadSignature'
}

/** A film that is to be handed over. */
type Film = {
  /** Stands in the provider's own lists. */
  name: string
  /** The bytes from the first on; each call gives them anew. */
  bytes: () => Promise<Readable>
  size: number
  type: string
}

/** How a film stands at a provider; `externalId` may be another than before. */
export type Standing =
  | {
      duration: null | number
      externalId: string
      height: null | number
      /** What its addresses are made of, where that is not its id. */
      playback: null | string
      state: 'ready'
      width: null | number
    }
  /** The bytes never came there; or it was deleted there. */
  | { state: 'empty' | 'gone' }
  | { detail: string; state: 'failed' }
  | { externalId: string; percent: number; state: 'processing' }

/**
 * Addresses of a film that open nothing after a while; `poster` and `story` are its picture and those of its time line, `licences` where a
 * film that plays by licences alone has them from.
 */
type Addresses = {
  licences: Licensing | null
  poster: null | string
  src: string
  story: null | string
}

type Captioning = {
  externalId: string
  label: string
  /** ISO 639-1 */
  language: string
  text: string
  /** Where the provider may fetch the same text, for an hour. */
  url: string
}

/** What a provider reported: `films` are the ids under which it may be known here; `isGone` where it was deleted there. */
export type Report = { event: string; films: string[]; isGone: boolean; type: string }

/**
 * A company that prepares films for watching and plays them. Everything throws VideosUnavailable and VideosRefused.
 */
export type VideoProvider = {
  /** Rejects where the account is not to be used with these keys. */
  check: () => Promise<void>
  /** Takes captions in a language away; some that are gone are no error. */
  dropCaptions: (args: { captions: string; externalId: string }) => Promise<void>
  /**
   * Makes a place for a film, tells its id before the first byte is sent, and sends it. `onSent` hears the part that was sent,
   * from 0 to 1.
   */
  hand: (
    film: Film,
    on: {
      onMade: (externalId: string) => Promise<void>
      onSent: (part: number) => void
      signal: AbortSignal
    },
  ) => Promise<void>
  look: (externalId: string) => Promise<Standing>
  /** Addresses for `seconds`, signed by the school's keys. */
  open: (args: {
    externalId: string
    playback: null | string
    seconds: number
  }) => Promise<Addresses>
  /** Answers the id of the captions there. What the language had before is taken away first, by `dropCaptions`. */
  putCaptions: (captions: Captioning) => Promise<string>
  /** Reads a delivery. Throws BadSignature for one that is not the provider's. */
  read: (delivery: { body: string; headers: Headers }) => Promise<Report>
  /** Deletes a film; one that is gone is no error. */
  remove: (externalId: string) => Promise<void>
}
