import type { Failure } from '@/domain/media/videos'

import type { Ended } from './tool'

/** Why nothing can be made of a file; `detail` is for those who run the installation. */
export class VideoFailure extends Error {
  constructor(
    readonly reason: Failure,
    readonly detail = '',
  ) {
    super(detail ? `${reason}: ${detail}` : reason)
    this.name = 'VideoFailure'
  }
}

const SAID: [said: RegExp, reason: Failure][] = [
  [/No space left on device/i, 'noSpace'],
  [/moov atom not found|partial file|truncated|ended prematurely|End of file/i, 'truncated'],
  [/Invalid data found|Invalid argument|not on whitelist|could not find codec/i, 'broken'],
  [/does not contain any stream|matches no streams/i, 'noTracks'],
  [/File size limit exceeded|File too large/i, 'tooLarge'],
  [/Cannot allocate memory/i, 'tooLarge'],
]

/** What a tool that failed says of the file. `isLate`: its time was over. */
export const failureOf = ({ code, signal, text }: Ended, isLate = false): VideoFailure => {
  const detail = text
    .replace(/\/[^\s:']*\//g, '')
    .trim()
    .split('\n')
    .slice(-3)
    .join(' ')
    .slice(-400)
  if (signal === 'SIGXFSZ') {
    return new VideoFailure('tooLarge', detail)
  }
  if (code === null) {
    return new VideoFailure(isLate ? 'timedOut' : 'unknown', detail || (signal ?? ''))
  }

  return new VideoFailure(SAID.find(([said]) => said.test(text))?.[1] ?? 'unknown', detail)
}
