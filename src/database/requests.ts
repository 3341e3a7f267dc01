import http from 'node:http'

import { asHost } from './scope'

const PATCHED = Symbol.for('lectern.scoped')

type Emit = (this: http.Server, event: string, ...args: unknown[]) => boolean

/** Answers a request itself, or leaves it to whoever listens; true where it did. */
export type Front = (request: http.IncomingMessage, response: http.ServerResponse) => boolean

const shared = globalThis as { lecternFronts?: Map<string, Front> }

/** One set of fronts for the process, however often the module is bundled. */
const fronts = (shared.lecternFronts ??= new Map<string, Front>())

/** Lets `front` answer requests before Next sees them; one of the same name takes its place. */
export const openFront = (name: string, front: Front): void => {
  fronts.set(name, front)
}

const isAnswered: Front = (request, response) => {
  for (const front of fronts.values()) {
    if (front(request, response)) {
      return true
    }
  }

  return false
}

/**
 * Makes every HTTP server of this process handle each request in the scope of its Host header, once
 * the fronts have left it.
 */
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
    const [request, response] = args as [http.IncomingMessage, http.ServerResponse]

    return (
      isAnswered(request, response) ||
      asHost(request.headers.host, () => emit.call(this, event, ...args))
    )
  }
}
