import type { IncomingMessage, ServerResponse } from 'node:http'

import { env } from '@/env'

import { crowds } from './crowds'
import { handOver } from './handOver'
import { schoolPlaces } from './schoolPlaces'
import { standby } from './standby'

/** Requests of one school that this process works on at once, and those that wait for their turn. */
const PLACES = { most: 8, queue: 1000 }

/** The same of those that hash a password; they hold none of the other places. */
const HASHING_PLACES = { most: 4, queue: 1000 }

/** The same of a school that is crowded; each holds its place for some ms at least, so that no more than 200 are begun in a second. */
const CROWDED = { held: 15, most: 3, queue: 1000 }

/** Seconds after which whoever found no place may come again. */
const BUSY = 5

const BUSY_BODY = Buffer.from(JSON.stringify({ code: 'tooMany', seconds: BUSY }))

/** Answers what comes in numbers that nothing can be done for: shortly, since each of them costs. */
const refuse = (response: ServerResponse): void => {
  response.writeHead(429, {
    'Cache-Control': 'no-store',
    Connection: 'close',
    'Content-Length': BUSY_BODY.length,
    'Content-Type': 'application/json',
    'Retry-After': String(BUSY),
  })
  response.end(BUSY_BODY)
}

type Turn = {
  isHashing: boolean
  request: IncomingMessage
  response: ServerResponse
  school: string
}

/**
 * Has requests of a school wait for their turn; `pass` has one answered here. One of a school that is crowded is answered by a second
 * process, as soon as there is one.
 */
export const turns = (): ((turn: Turn, pass: () => void) => void) => {
  const here = schoolPlaces(PLACES)
  const hashing = schoolPlaces(HASHING_PLACES)
  const aside = schoolPlaces(CROWDED)
  const isCrowded = crowds()
  const other = env().NODE_ENV === 'production' && env().STANDBY ? standby() : null

  return ({ isHashing, request, response, school }, pass) => {
    const waiting = here.waiting(school) + aside.waiting(school)
    const isAside = isCrowded({ now: Date.now(), school, waiting })
    const places = isHashing ? hashing : isAside ? aside : here
    places.enter({
      isGone: () => request.socket.destroyed,
      refuse: () => refuse(response),
      school,
      start: (leave) => {
        const until = Date.now() + CROWDED.held
        response.once('close', () =>
          isAside ? setTimeout(leave, Math.max(0, until - Date.now())) : leave(),
        )
        const port = isAside ? other?.port() : null
        if (port) {
          const fail = (isWhole: boolean) => (isWhole ? pass() : refuse(response))
          handOver({ fail, port, request, response })
        } else {
          pass()
        }
      },
    })
  }
}
