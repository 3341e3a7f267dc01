import type { Cue } from './webvtt'

/** How far a transcript is on its way. */
export const TRANSCRIPT_STATES = [
  { label: { en: 'Waiting', he: 'ממתין', ru: 'В очереди' }, value: 'queued' },
  { label: { en: 'Being written', he: 'בכתיבה', ru: 'Пишется' }, value: 'processing' },
  { label: { en: 'Ready', he: 'מוכן', ru: 'Готово' }, value: 'ready' },
  { label: { en: 'Failed', he: 'נכשל', ru: 'Не вышло' }, value: 'failed' },
] as const

export type TranscriptState = (typeof TRANSCRIPT_STATES)[number]['value']

/** Why a transcript was not written: `account`: there is none, or its key is refused; `away`: the service does not answer; `silent`: nothing was said. */
export const TRANSCRIPT_FAILURES = [
  'account',
  'away',
  'broken',
  'interrupted',
  'refused',
  'silent',
] as const

export type TranscriptFailure = (typeof TRANSCRIPT_FAILURES)[number]

/** Something that was said, in seconds from the beginning of what was sent. */
export type Said = { end: number; start: number; text: string }

/** A part of a recording that is sent at once: `from` to `to` are its own seconds, with more on either side so that no word is cut. */
export type SoundPart = { begin: number; end: number; from: number; to: number }

/** The length of a part, and how much of its neighbours it is sent with, in seconds. At 48 kbit/s a part is 18 MB, of 25 that services take. */
const PART = 3000
const OVERLAP = 5

/** A recording of so many seconds in parts. */
export const soundParts = (duration: number): SoundPart[] =>
  Array.from({ length: Math.max(1, Math.ceil(duration / PART)) }, (_, nth) => {
    const [from, to] = [nth * PART, Math.min(duration, (nth + 1) * PART)]

    return {
      begin: Math.max(0, from - OVERLAP),
      end: Math.min(duration, to + OVERLAP),
      from,
      to,
    }
  })

/** What was said in a part, at the seconds of the whole; what its neighbours have is left to them. */
export const cuesOf = (
  { begin, from, to }: SoundPart,
  said: readonly Said[],
  isLast: boolean,
): Cue[] =>
  said.flatMap(({ end, start, text }) => {
    const [at, until] = [begin + start, begin + Math.max(end, start + 0.1)]
    const middle = (at + until) / 2
    const words = text.trim()

    return words && middle >= from && (middle < to || isLast)
      ? [{ from: at, settings: '', text: words, to: until }]
      : []
  })
