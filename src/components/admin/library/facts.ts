import type { ShownFile } from '@/operations/media/library'

import { MISSING } from '@/domain/media/videos'

import type { LibraryWords } from './words'

const MINUTE = 60
const HOUR = 3600

const two = (value: number): string => String(value).padStart(2, '0')

/** Seconds as a clock shows them: 4:05, 1:02:03. */
export const clock = (seconds: number): string => {
  const whole = Math.round(seconds)
  const minutes = Math.floor((whole % HOUR) / MINUTE)

  return whole >= HOUR
    ? `${Math.floor(whole / HOUR)}:${two(minutes)}:${two(whole % MINUTE)}`
    : `${minutes}:${two(whole % MINUTE)}`
}

/** How a file stands on its way to be watched, where that is worth saying. */
export const standing = (
  { percent, reason, state }: ShownFile,
  words: LibraryWords,
): { said: string; tone: 'bad' | 'busy' } | null => {
  if (state === 'failed') {
    return { said: words.states.failed, tone: 'bad' }
  }
  if (state === 'processing') {
    return { said: words.preparing(percent ?? 0), tone: 'busy' }
  }

  return state === 'queued' && !MISSING.some((one) => one === reason)
    ? { said: words.queued, tone: 'busy' }
    : null
}
