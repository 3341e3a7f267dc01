import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

import { figuresOf } from './figures.mjs'
import { good } from './learners.mjs'

/** @typedef {import('./figures.mjs').Figures} Figures */
/** @typedef {import('./figures.mjs').Row} Row */

/** Sign-ins, and how many are under way at once. */
const SIGN_INS = 1000
const AT_ONCE = 50

/** Milliseconds that 19 of 20 pages may take while all of them sign in. */
const MOST_MS = 500

/** Who floods a school: connections that ask again once they were answered, or requests a second; from a hundred addresses. */
const CONNECTIONS = 100
const RATE = 1000

/** Seconds that a flood lasts, and those at its beginning in which it has to be noticed. */
const FLOOD_SECONDS = 25
const NOTICED = 8

/** How much longer 19 of 20 pages of another school may take meanwhile. */
const MOST_SLOWER = 1.2

/** Pages that are asked for one after the other, as one reader does. */
const PAGES = 200

/**
 * How long pages take somebody who reads one after the other, until `until` is over, or a number of them.
 * @param {{ headers: Record<string, string>, path: string, port: number, until?: Promise<unknown> }} reader
 * @returns {Promise<Figures>}
 */
const reading = async ({ headers, path, port, until }) => {
  /** @type {number[]} */
  const times = []
  let isOver = false
  void until?.finally(() => {
    isOver = true
  })
  const began = performance.now()
  while (until ? !isOver : times.length < PAGES) {
    const asked = performance.now()
    await good({ headers, path, port })
    times.push(performance.now() - asked)
  }

  return figuresOf([{ bytes: 0, seconds: (performance.now() - began) / 1000, times }])
}

/** @param {number} nth */
const addressOf = (nth) => `10.9.${nth >> 8}.${nth & 255}`

/**
 * A thousand people sign in, each from an address of their own, while somebody of the same school reads: what reading takes
 * meanwhile, and what it takes alone. Hashes are made beside the thread that answers.
 * @param {{ email: string, host: string, page: string, port: number, reader: Record<string, string> }} given
 * @returns {Promise<Row[]>}
 */
export const measureSignIns = async ({ email, host, page, port, reader }) => {
  const headers = { ...reader, 'x-forwarded-for': '10.8.0.1' }
  const path = page
  await reading({ headers, path, port })
  const alone = await reading({ headers, path, port })
  let next = 0
  /** @type {number[]} */
  const times = []
  const began = performance.now()
  const storm = Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < SIGN_INS) {
        const nth = next++
        const asked = performance.now()
        await good({
          body: { email, password: 'lectern-demo' },
          headers: { host, origin: `http://${host}`, 'x-forwarded-for': addressOf(nth) },
          path: '/api/auth/sign-in/email',
          port,
        })
        times.push(performance.now() - asked)
      }
    }),
  )
  const meanwhile = await reading({ headers, path, port, until: storm })
  await storm
  const seconds = (performance.now() - began) / 1000

  return [
    {
      aim: `p95 < ${MOST_MS} ms`,
      baseline: alone,
      figures: meanwhile,
      met: meanwhile.p95 < MOST_MS,
      queries: 0,
      title: `lesson page, while ${SIGN_INS} sign in`,
    },
    {
      aim: '–',
      figures: figuresOf([{ bytes: 0, seconds, times }]),
      met: true,
      queries: 0,
      title: `signing in, ${AT_ONCE} at once`,
    },
  ]
}

/**
 * Floods a school from a thread of its own.
 * @param {import('./flooding.mjs').Flood} workerData
 * @returns {Promise<import('./flooding.mjs').Flooded>}
 */
const flood = (workerData) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./flooding.mjs', import.meta.url), { workerData })
    worker.once('error', reject)
    worker.once('message', resolve)
  })

/**
 * One school is flooded from many addresses while somebody of another reads: what reading takes meanwhile, over what it takes alone.
 * @param {{ flooded: string, kind: 'closed' | 'paced', page: string, port: number, reader: Record<string, string> }} given `flooded`: the host of the school that is
 * @returns {Promise<Row[]>}
 */
export const measureFlood = async ({ flooded, kind, page, port, reader }) => {
  const asked = { headers: { ...reader, 'x-forwarded-for': '10.8.0.2' }, path: page, port }
  await reading(asked)
  const alone = await reading(asked)
  const flooding = flood({
    connections: CONNECTIONS,
    host: flooded,
    kind,
    path: '/api/courses?limit=20&depth=1',
    port,
    rate: RATE,
    seconds: FLOOD_SECONDS,
  })
  const first = await reading({ ...asked, until: sleep(NOTICED * 1000) })
  const meanwhile = await reading({ ...asked, until: flooding })
  const { answered, refused } = await flooding
  const how = kind === 'closed' ? `${CONNECTIONS} connections` : `${RATE} requests a second`
  const ratio = alone.p95 / meanwhile.p95

  return [
    {
      aim: '–',
      baseline: alone,
      figures: first,
      met: true,
      queries: 0,
      ratio: alone.p95 / first.p95,
      title: `page of a school, the first ${NOTICED} s in which ${how} flood another`,
    },
    {
      aim: `≥ ${(1 / MOST_SLOWER).toFixed(2)}`,
      baseline: alone,
      figures: meanwhile,
      met: ratio >= 1 / MOST_SLOWER,
      queries: 0,
      ratio,
      title: `the same afterwards (${answered} answered, ${refused} refused)`,
    },
  ]
}

/** Requests over which the check of a session is measured. */
const CHECKS = 300

/** Statements that finding out who asks may take. */
const MOST_STATEMENTS = 1

/**
 * What it costs to find out who asks: the same question of somebody who is signed in, and of nobody. An ended session is nobody's from
 * the next request on, since nothing of it is kept.
 * @param {{ counter: Awaited<ReturnType<import('./statements.mjs').statementCounter>>, headers: Record<string, string>, port: number }} given
 * @returns {Promise<Row>}
 */
export const measureSession = async ({ counter, headers, port }) => {
  const { host = '' } = headers
  const asking = async (/** @type {Record<string, string>} */ as) => {
    /** @type {number[]} */
    const times = []
    const began = performance.now()
    for (let turn = 0; turn < CHECKS; turn++) {
      const asked = performance.now()
      await good({ headers: as, path: '/api/session', port })
      times.push(performance.now() - asked)
    }

    return figuresOf([{ bytes: 0, seconds: (performance.now() - began) / 1000, times }])
  }
  await asking(headers)
  const nobody = await asking({ host })
  /** @type {Figures} */
  let figures = nobody
  const queries = await counter.per(async () => {
    figures = await asking(headers)
  }, CHECKS)

  return {
    aim: `≤ ${MOST_STATEMENTS} statement`,
    baseline: nobody,
    figures,
    met: queries <= MOST_STATEMENTS,
    queries,
    ratio: figures.perSecond / nobody.perSecond,
    title: 'who asks, with a session over without',
  }
}
