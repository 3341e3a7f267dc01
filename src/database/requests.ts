import http from 'node:http'

import { asHost } from './scope'

const PATCHED = Symbol.for('lectern.scoped')

type Emit = (this: http.Server, event: string, ...args: unknown[]) => boolean

/** Makes every HTTP server of this process handle each request in the scope of its Host header. */
export const scopeRequests = (): void => {
  const prototype = http.Server.prototype as unknown as Record<symbol, unknown> & { emit: Emit }
  if (prototype[PATCHED]) {
    return
  }
  prototype[PATCHED] = true
  const emit = prototype.emit
  prototype.emit = function scoped(event, ...args) {
    if (event !== 'request') {
      return emit.call(this, event, ...args)
    }
    const [request] = args as [http.IncomingMessage]

    return asHost(request.headers.host, () => emit.call(this, event, ...args))
  }
}
