import type { Readable } from 'node:stream'

import { Transform } from 'node:stream'

/** The bytes of `source`, telling on the way what part of `size` has passed. */
export const counted = (
  source: Readable,
  size: number,
  onSent: (part: number) => void,
): Readable => {
  let sent = 0
  const passing = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      sent += chunk.length
      onSent(size > 0 ? Math.min(1, sent / size) : 1)
      done(null, chunk)
    },
  })
  source.on('error', (error) => passing.destroy(error))
  passing.on('close', () => source.destroy())

  return source.pipe(passing)
}
