import net from 'node:net'

/** A way to a server that can be shut: then those who are connected are cut off, and nobody gets in. */
export type Gate = { open: () => Promise<void>; port: number; shut: () => Promise<void> }

/** Opens a gate on `port` of this machine that leads to a server at `host:to`. */
export const gateTo = async ({
  host,
  port,
  to,
}: {
  host: string
  port: number
  to: number
}): Promise<Gate> => {
  const sockets = new Set<net.Socket>()
  let server: net.Server | undefined
  const gate: Gate = {
    open: () =>
      new Promise((resolve) => {
        server = net.createServer((inner) => {
          const outer = net.connect(to, host)
          for (const [one, other] of [
            [inner, outer],
            [outer, inner],
          ] as const) {
            sockets.add(one)
            one.on('error', () => other.destroy())
            one.on('close', () => {
              sockets.delete(one)
              other.destroy()
            })
            one.pipe(other)
          }
        })
        server.listen(port, '127.0.0.1', resolve)
      }),
    port,
    shut: () =>
      new Promise((resolve) => {
        server?.close(() => resolve())
        sockets.forEach((socket) => socket.destroy())
      }),
  }
  await gate.open()

  return gate
}
