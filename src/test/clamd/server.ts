import type { AddressInfo } from 'node:net'

import net from 'node:net'

/** What every scanner knows as a test; put together here, so that none of them finds this file. */
export const EICAR = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR',
  '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
].join('')

const COMMAND = 'zINSTREAM\0'

/** The pieces of a file as they came; null while its end has not. */
const wholeOf = (bytes: Buffer): Buffer | null => {
  const pieces: Buffer[] = []
  for (let at = COMMAND.length; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    if (length === 0) {
      return Buffer.concat(pieces)
    }
    pieces.push(bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }

  return null
}

/** Speaks clamd's INSTREAM: finds the EICAR test in whatever holds it, and takes up to `most` bytes. */
export const clamdServer = async ({
  most = 1024 ** 2,
  port = 0,
}: { most?: number; port?: number } = {}) => {
  const server = net.createServer((socket) => {
    let bytes = Buffer.alloc(0)
    socket.on('error', () => socket.destroy())
    socket.on('data', (part) => {
      bytes = Buffer.concat([bytes, part])
      const whole = wholeOf(bytes)
      if (bytes.length > most) {
        socket.end('INSTREAM size limit exceeded. ERROR\0')
      } else if (whole) {
        socket.end(whole.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

  return {
    close: () => new Promise((resolve) => server.close(resolve)),
    port: (server.address() as AddressInfo).port,
  }
}
