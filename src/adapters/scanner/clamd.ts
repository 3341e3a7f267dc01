import { once } from 'node:events'
import net from 'node:net'

import type { Scanner, Verdict } from './types'

import { ScannerAway } from './types'

/** Milliseconds without a word after which a scanner is away. */
const PATIENCE = 60_000

/** The largest piece that is sent at once, in bytes. */
const PIECE = 1024 * 1024

const COMMAND = 'zINSTREAM\0'

const lengthOf = (bytes: number): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)

  return length
}

/** `stream: OK`, `stream: Name FOUND`, or an error. */
const verdictOf = (said: string): Verdict => {
  const answer = said.replace(/\0/g, '').trim()
  if (answer === 'stream: OK') {
    return 'clean'
  }
  const [, signature] = /^stream: (.+) FOUND$/.exec(answer) ?? []
  if (!signature) {
    throw new ScannerAway(answer || 'clamd said nothing.')
  }

  return { signature }
}

/** Sends a file in pieces with their lengths, and a length of nothing at its end; stops where clamd has an answer already. */
const sendAll = async (socket: net.Socket, body: AsyncIterable<Uint8Array>): Promise<void> => {
  const write = async (bytes: Uint8Array) => {
    if (socket.writable && !socket.write(bytes)) {
      await Promise.race([once(socket, 'drain'), once(socket, 'close')])
    }
  }
  await write(Buffer.from(COMMAND))
  for await (const part of body) {
    for (let at = 0; at < part.length && socket.writable; at += PIECE) {
      const piece = part.subarray(at, at + PIECE)
      await write(lengthOf(piece.length))
      await write(piece)
    }
  }
  await write(lengthOf(0))
}

/** ClamAV's daemon, by the INSTREAM command of its protocol (clamd(8)): files are sent to it, it needs no access to ours. */
export const clamd = ({ host, port }: { host: string; port: number }): Scanner => ({
  scan: async (body) => {
    const socket = net.connect({ host, port })
    socket.setTimeout(PATIENCE, () => socket.destroy(new Error('clamd took too long.')))
    const said = new Promise<string>((resolve, reject) => {
      const parts: Buffer[] = []
      socket.on('data', (part) => parts.push(part))
      socket.on('error', reject)
      socket.on('close', () => resolve(Buffer.concat(parts).toString('utf8')))
    })
    said.catch(() => undefined)
    try {
      await once(socket, 'connect')
      await sendAll(socket, body)

      return verdictOf(await said)
    } catch (error) {
      throw error instanceof ScannerAway ? error : new ScannerAway(String(error))
    } finally {
      socket.destroy()
    }
  },
})
