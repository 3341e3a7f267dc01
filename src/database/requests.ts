import http from 'node:http'

import { asHost, asRequest } from './scope'

const SCOPED = Symbol.for('lectern.scoped')

type Emit = (this: http.Server, event: string, ...args: unknown[]) => boolean

/**
 * Takes a request over, true, or leaves it to whoever comes after. One that finds out later that the
 * answer is not its own has the rest of the way done by `pass`, once.
 */
export type Front = (
  request: http.IncomingMessage,
  response: http.ServerResponse,
  pass: () => void,
) => boolean

/** Looks at a request before all fronts; `pass` has the rest of the way done, once. */
type Gate = (request: http.IncomingMessage, response: http.ServerResponse, pass: () => void) => void

const shared = globalThis as { lecternFronts?: Map<string, Front>; lecternGate?: Gate }

/** One set of fronts for the process, however often the module is bundled. */
const fronts = (shared.lecternFronts ??= new Map<string, Front>())

/** Lets `front` answer requests before Next sees them, and before those opened earlier; one of the same name takes its place. */
export const openFront = (name: string, front: Front): void => {
  fronts.set(name, front)
}

/** Has `gate` let requests in, or answer them itself. */
export const openGate = (gate: Gate): void => {
  shared.lecternGate = gate
}

/** Asks the fronts in turn, the one opened last first, and `last` where none of them takes the request. */
const ask = (
  request: http.IncomingMessage,
  response: http.ServerResponse,
  last: () => boolean,
  left = [...fronts.values()].reverse(),
): boolean => {
  const [front, ...others] = left
  const pass = () => ask(request, response, last, others)

  return front ? front(request, response, pass) || pass() : last()
}

/** Handles a request, and `last` has what is left of it. */
type Handle = (
  request: http.IncomingMessage,
  response: http.ServerResponse,
  last: () => boolean,
) => boolean

/**
 * Makes every HTTP server of this process handle each request in the scope of its Host header, once
 * the fronts have left it. `arrive` sees it before all of them, and answers whether it is one of a view. Called again, the
 * newer call counts.
 */
export const scopeRequests = (
  arrive: (request: http.IncomingMessage, response: http.ServerResponse) => boolean,
): void => {
  const prototype = http.Server.prototype as unknown as {
    emit: Emit
    [SCOPED]?: { handle: Handle }
  }
  const handle: Handle = (request, response, last) => {
    const viewing = arrive(request, response)
    const go = () => ask(request, response, () => asHost(request.headers.host, last))

    return asRequest(viewing, () => {
      if (!shared.lecternGate) {
        return go()
      }
      shared.lecternGate(request, response, go)

      return true
    })
  }
  const held = prototype[SCOPED]
  if (held) {
    held.handle = handle

    return
  }
  const kept = (prototype[SCOPED] = { handle })
  const { emit } = prototype
  prototype.emit = function scoped(event, ...args) {
    const pass = () => emit.call(this, event, ...args)
    if (event !== 'request') {
      return pass()
    }
    const [request, response] = args as [http.IncomingMessage, http.ServerResponse]

    return kept.handle(request, response, pass)
  }
}
