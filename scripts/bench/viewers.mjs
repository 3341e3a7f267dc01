import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

import { figuresOf } from './figures.mjs'
import { good } from './learners.mjs'

/** @typedef {import('./figures.mjs').Row} Row */

/** Viewers of a film, and how often each says what was watched, in ms. */
const VIEWERS = 500
const EVERY = 10_000

/** Milliseconds that the process which listens on a port has had of a core so far (proc(5): utime and stime, at 100 a second). */
const cpuOf = (/** @type {number} */ pid) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []

  return (Number(fields[11]) + Number(fields[12])) * 10
}

/**
 * What five hundred viewers cost who report every ten seconds, as a share of one core of the web process.
 * @param {import('./segments.mjs').Place & { learners: import('./learners.mjs').Learner[], lesson: string, pid: number }} given
 * @returns {Promise<Row>}
 */
export const measureViewers = async ({ counter, learners, lesson, pid, port }) => {
  /** @type {number[]} */
  const times = []
  const report = async (/** @type {number} */ viewer, /** @type {number} */ round) => {
    const learner = learners[viewer % learners.length]
    const at = round * 10 + (viewer % 10)
    await sleep((viewer * EVERY) / VIEWERS)
    const began = performance.now()
    await good({
      body: { lesson, position: at + 10, spans: [[at, at + 10]] },
      headers: learner?.headers ?? {},
      path: '/api/progress/watched',
      port,
    })
    times.push(performance.now() - began)
  }
  const all = (/** @type {number} */ round) =>
    Promise.all(Array.from({ length: VIEWERS }, (_, viewer) => report(viewer, round)))
  await all(0)
  times.length = 0
  const before = cpuOf(pid)
  const queries = await counter.per(() => all(1), VIEWERS)
  const share = (cpuOf(pid) - before) / EVERY
  const figures = figuresOf([{ bytes: 0, seconds: EVERY / 1000, times }])

  return {
    aim: '< 0.1 of a core',
    figures,
    met: share < 0.1,
    queries,
    ratio: share,
    title: `${VIEWERS} viewers, a report each ten seconds`,
  }
}
