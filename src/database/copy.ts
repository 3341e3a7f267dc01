import type pg from 'pg'

/** What `pg` keeps of a connection, and hands to whatever runs on it. */
type Wire = {
  endCopyFrom: () => void
  query: (text: string) => void
  sendCopyFail: (reason: string) => void
  sendCopyFromChunk: (chunk: Buffer) => boolean | undefined
  stream: {
    once: (event: 'drain', heard: () => void) => void
    pause: () => void
    resume: () => void
    writableNeedDrain: boolean
  }
}

/** Rows that wait here before the connection is asked to hold the others back, in bytes. */
const MOST_WAITING = 4_000_000

/**
 * Rows that `copy … to stdout` sends, in the text form of COPY: each with its newline, and one at a time. Whoever stops early
 * must end the client.
 */
export const copyOut = (client: pg.ClientBase, statement: string): AsyncIterable<Buffer> => {
  const waiting: Buffer[] = []
  const state: { bytes: number; failed?: Error; isOver: boolean; wake?: () => void; wire?: Wire } =
    {
      bytes: 0,
      isOver: false,
    }
  const end = (failed?: Error) => {
    state.isOver = true
    state.failed = failed
    state.wake?.()
  }
  client.query({
    handleCommandComplete: () => undefined,
    handleCopyData: ({ chunk }: { chunk: Buffer }, wire: Wire) => {
      waiting.push(Buffer.from(chunk))
      state.bytes += chunk.length
      if (state.bytes > MOST_WAITING) {
        wire.stream.pause()
      }
      state.wake?.()
    },
    handleError: (error: Error) => end(error),
    handleReadyForQuery: () => end(),
    submit: (connection: unknown) => {
      state.wire = connection as Wire
      state.wire.query(statement)
    },
  } as pg.Submittable)

  return (async function* rows() {
    for (;;) {
      const taken = waiting.splice(0)
      state.bytes = 0
      yield* taken
      state.wire?.stream.resume()
      if (waiting.length === 0 && state.isOver) {
        break
      }
      if (waiting.length === 0) {
        await new Promise<void>((resolve) => {
          state.wake = resolve
        })
        state.wake = undefined
      }
    }
    if (state.failed) {
      throw state.failed
    }
  })()
}

const sendAll = async (wire: Wire, data: AsyncIterable<Buffer>): Promise<void> => {
  for await (const chunk of data) {
    wire.sendCopyFromChunk(chunk)
    if (wire.stream.writableNeedDrain) {
      await new Promise<void>((resolve) => wire.stream.once('drain', resolve))
    }
  }
  wire.endCopyFrom()
}

/** Sends what `copyOut` made to a `copy … from stdin`. An error of the data or of the database leaves no row. */
export const copyIn = (
  client: pg.ClientBase,
  statement: string,
  data: AsyncIterable<Buffer>,
): Promise<void> =>
  new Promise((resolve, reject) => {
    let ours: Error | undefined
    client.query({
      handleCommandComplete: () => undefined,
      handleCopyInResponse: (wire: Wire) => {
        sendAll(wire, data).catch((error: unknown) => {
          ours = error instanceof Error ? error : new Error(String(error))
          wire.sendCopyFail(ours.message)
        })
      },
      handleError: (error: Error) => reject(ours ?? error),
      handleReadyForQuery: () => resolve(),
      submit: (connection: unknown) => (connection as Wire).query(statement),
    } as pg.Submittable)
  })
