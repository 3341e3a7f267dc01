/** Who keeps what is played: the installation's own storage, or a company that does nothing else. */
export const PROVIDERS = [
  { label: { en: 'This platform', he: 'הפלטפורמה', ru: 'Эта платформа' }, value: 'own' },
  { label: { en: 'Mux', he: 'Mux', ru: 'Mux' }, value: 'mux' },
  { label: { en: 'Vimeo', he: 'Vimeo', ru: 'Vimeo' }, value: 'vimeo' },
  { label: { en: 'Bunny Stream', he: 'Bunny Stream', ru: 'Bunny Stream' }, value: 'bunny' },
] as const

/** How far a video is on its way to be watched. */
export const VIDEO_STATES = [
  { label: { en: 'Waiting', he: 'ממתין', ru: 'В очереди' }, value: 'queued' },
  { label: { en: 'Being prepared', he: 'בהכנה', ru: 'Готовится' }, value: 'processing' },
  { label: { en: 'Ready', he: 'מוכן', ru: 'Готово' }, value: 'ready' },
  { label: { en: 'Failed', he: 'נכשל', ru: 'Не вышло' }, value: 'failed' },
] as const

export type VideoState = (typeof VIDEO_STATES)[number]['value']

/**
 * Why nothing could be made of a file. `ffmpegMissing`, `packagerMissing`: it waits for a machine that can, or that can protect it; `gone`: the storage has it no more; `broken`: neither a film nor a sound;
 * `truncated`: its end is missing; `noTracks`: nothing in it to see or to hear; `tooLong`, `tooLarge`: beyond what is
 * taken; `timedOut`: it took far longer than its length allows; `noSpace`: the disk is full; `storage`: the storage
 * did not answer; `interrupted`: workers died over it; `provider`: the provider refused it; `providerAway`: it does not answer; `providerKeys`: it does
 * not know the account; `providerGone`: it has the film no more.
 */
export const FAILURES = [
  'broken',
  'ffmpegMissing',
  'gone',
  'interrupted',
  'noSpace',
  'noTracks',
  'packagerMissing',
  'provider',
  'providerAway',
  'providerGone',
  'providerKeys',
  'storage',
  'timedOut',
  'tooLarge',
  'tooLong',
  'truncated',
  'unknown',
] as const

export type Failure = (typeof FAILURES)[number]

/** It waits for a machine that has what is missing on this one: nothing is gained by trying again. */
export const MISSING: readonly Failure[] = ['ffmpegMissing', 'packagerMissing']

/** Whether something is watched or heard, by its type. */
export const isPlayed = (type: null | string | undefined): boolean =>
  /^(?:video|audio)\//.test(type ?? '')

/** A rendition as playlists speak of it: sizes in pixels, rates in bits a second, `bytes` of all its segments. */
export type Rendition = {
  averageBandwidth: number
  bandwidth: number
  bytes: number
  codecs: string
  height?: number
  kind: 'audio' | 'video'
  /** The folder of a run it lies in: `v720`, or `a` for sound. */
  name: string
  width?: number
}

/** Small pictures of every `interval` seconds, row by row on `sheets` sheets; sizes of one of them in pixels. */
type Story = {
  columns: number
  height: number
  interval: number
  rows: number
  sheets: number
  width: number
}

/** What lies in the folder of a run. */
export type Ladder = {
  renditions: Rendition[]
  /** The length that segments are cut to, in seconds. */
  segment: number
  story: null | Story
  waveform: boolean
}
