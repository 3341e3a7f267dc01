import net from 'node:net'

import { port } from './place'

/** Sends lines as they are, which a client that keeps the rules would not, and answers all that comes back. */
export const raw = (lines: readonly string[], body = ''): Promise<string> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    const socket = net.connect(port(), '127.0.0.1', () =>
      socket.write(`${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`),
    )
    socket.setTimeout(30_000, () => socket.destroy(new Error('No answer.')))
    socket.on('data', (part: Buffer) => parts.push(part))
    socket.on('error', reject)
    socket.on('close', () => resolve(Buffer.concat(parts).toString('latin1')))
  })

/** The lines of an answer before its body. */
export const headOf = (answer: string): string => answer.split('\r\n\r\n', 1)[0] ?? ''

/** The status of an answer; NaN where there is none. */
export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])
