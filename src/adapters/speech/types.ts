import type { Said } from '@/domain/media/transcripts'

/** The service does not answer: it may in a while. */
export class SpeechUnavailable extends Error {
  override name = 'SpeechUnavailable'
}

/** The service says no; `account` where it does not know the key. */
export class SpeechRefused extends Error {
  override name = 'SpeechRefused'

  constructor(
    message: string,
    readonly reason: 'account' | 'refused',
  ) {
    super(message)
  }
}

/** A school's account with a service that writes down what is said. */
export type SpeechAccount = { address: string; key: string; model: string }

/** Writes down what is said in a recording (mp3) in a language (ISO 639-1). Throws SpeechUnavailable and SpeechRefused. */
export type Speech = (given: {
  language: string
  signal: AbortSignal
  sound: Buffer
}) => Promise<Said[]>
