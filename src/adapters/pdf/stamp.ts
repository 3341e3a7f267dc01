import { renderToBuffer } from '@react-pdf/renderer'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import { FAMILY, fontsReady } from './fonts'
import { Mark } from './Mark'

/** Whose copy a document is: what stands at the foot of each of its pages. */
export type Marked = { address: string; code: string; name: string }

/** How many documents are marked at once; others wait. */
const AT_ONCE = 2

/** How many may wait before the next is told to come again. */
const MOST_WAITING = 50

/** After so long a document is given up, in ms. */
const PATIENCE = 60_000

/** A hostile document ends its own thread and no more, in MB. */
const MOST_MEMORY = 1024

/** More are asked for at once than can be made. */
export class StampBusy extends Error {}

/** Named at run time, since a bundler would put the thread's file elsewhere. */
const thread = (): string => join(process.cwd(), 'src/adapters/pdf/stamping.mjs')

let running = 0
const waiting: (() => void)[] = []

const inTurn = async <T>(run: () => Promise<T>): Promise<T> => {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) {
      throw new StampBusy()
    }
    await new Promise<void>((go) => waiting.push(go))
  } else {
    running += 1
  }
  try {
    return await run()
  } finally {
    const next = waiting.shift()
    if (next) {
      next()
    } else {
      running -= 1
    }
  }
}

/** What the thread answers; null where the document is locked, damaged or too much for it. */
const inThread = (workerData: {
  bytes: Uint8Array
  code: string
  mark: Uint8Array
}): Promise<Buffer | null> =>
  new Promise((resolve) => {
    const worker = new Worker(thread(), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
      stderr: true,
      stdout: true,
      workerData,
    })
    const timer = setTimeout(() => void worker.terminate(), PATIENCE)
    worker.once('message', (made: Uint8Array) =>
      resolve(Buffer.from(made.buffer, made.byteOffset, made.byteLength)),
    )
    worker.once('error', () => resolve(null))
    worker.once('exit', () => {
      clearTimeout(timer)
      resolve(null)
    })
  })

/**
 * A PDF with a line at the foot of each page that says whose copy it is, which is among its keywords too. Null for one that
 * cannot be marked: locked by a password, damaged, or without pages. Works beside the main thread; throws StampBusy.
 */
export const stampPdf = ({ bytes, marked }: { bytes: Buffer; marked: Marked }) =>
  inTurn(async () => {
    await fontsReady([FAMILY])
    const mark = await renderToBuffer(Mark(marked))

    return inThread({ bytes, code: marked.code, mark })
  })
