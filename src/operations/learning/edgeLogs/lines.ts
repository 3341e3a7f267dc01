import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** The longest line that is read, in bytes; addresses are no longer than this at any network. */
const MOST_LINE = 32 * 1024

const NEWLINE = 10
const NOTHING: Buffer = Buffer.alloc(0)

/**
 * The lines of a stream without their ends, each as its bytes, and null in the place of one that is too long; what follows the last end is
 * left out, since more of it may come. Holds one line and one piece of the stream.
 */
export async function* linesIn(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  let held: Buffer = NOTHING
  let isTooLong = false
  const whole = (tail: Buffer): Buffer | null =>
    isTooLong || held.length + tail.length > MOST_LINE ? null : Buffer.concat([held, tail])
  for await (const piece of stream) {
    let from = 0
    for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, from)) {
      yield whole(piece.subarray(from, end))
      held = NOTHING
      isTooLong = false
      from = end + 1
    }
    const line = whole(piece.subarray(from))
    isTooLong = line === null
    held = line ?? NOTHING
  }
}

const isGzip = (begin: Buffer): boolean => begin[0] === 0x1f && begin[1] === 0x8b

/** What a stream holds, unpacked where it is packed by gzip. */
export async function* unpacked(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const pieces = stream[Symbol.asyncIterator]()
  let begin = NOTHING
  while (begin.length < 2) {
    const next = await pieces.next()
    if (next.done) {
      break
    }
    begin = Buffer.concat([begin, next.value])
  }
  const all = async function* (): AsyncGenerator<Buffer> {
    yield begin
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
      yield next.value
    }
  }
  if (!isGzip(begin)) {
    yield* all()

    return
  }
  // What fails is told to whoever reads.
  yield* pipeline(Readable.from(all()), createGunzip(), () => undefined) as AsyncIterable<Buffer>
}
