import { buildClassroom, callerOf, crowd, enroll, surround } from './classroom.mjs'
import { figuresOf } from './figures.mjs'
import { good, signedInLearners, signIn } from './learners.mjs'

/**
 * @typedef {import('./figures.mjs').Row} Row
 * @typedef {{ aim: { ms?: number, queries?: number }, ready: (turn: number) => Promise<() => Promise<unknown>>, title: string }} Task
 *   one thing that is done again and again: `ready` prepares it and is not measured, what it answers does it
 * @typedef {{ sections: { id: string, lessons: { id: string }[] }[], version: string }} Tree
 */

/** Learners who take the quiz. */
const LEARNERS = 5

/** How often each task is done, and before that, unmeasured. */
const TIMES = 30
const WARM = 5

/** Learners of the roster that is measured. */
const ROSTER = 20_000

/** What is put around the school: a hundred times the demo's schools, with as many learners more. */
const AROUND = { learners: 1000, schools: 200 }

/** Least share of what was done in a second before that: each task may become 1.3 times slower. */
const LEAST = 1 / 1.3

/**
 * Times and statements of a task, done one after the other.
 * @param {{ counter: Awaited<ReturnType<import('./statements.mjs').statementCounter>>, task: Task }} given
 */
const measureTask = async ({ counter, task: { ready } }) => {
  /** @type {number[]} */
  const times = []
  let statements = 0
  for (let turn = 0; turn < WARM + TIMES; turn++) {
    const run = await ready(turn)
    let took = 0
    const counted = await counter.per(async () => {
      const began = performance.now()
      await run()
      took = performance.now() - began
    }, 1)
    if (turn >= WARM) {
      times.push(took)
      statements += counted
    }
  }
  const seconds = times.reduce((sum, time) => sum + time, 0) / 1000

  return { figures: figuresOf([{ bytes: 0, seconds, times }]), queries: statements / TIMES }
}

/**
 * @param {{
 *   call: import('./classroom.mjs').Call, learners: import('./learners.mjs').Learner[],
 *   port: number, room: import('./classroom.mjs').Classroom,
 * }} given
 * @returns {Task[]}
 */
const tasksOf = ({ call, learners, port, room: { slug, course, lesson, quiz } }) => {
  const builder = `/api/courses/${course}/curriculum`
  const headersAt = (/** @type {number} */ turn) => learners[turn % learners.length]?.headers ?? {}

  return [
    {
      aim: { queries: 10 },
      ready: async () => () => call('GET', builder),
      title: 'builder of 300 lessons',
    },
    {
      aim: { queries: 6 },
      ready: async () => {
        const { sections, version } = /** @type {Tree} */ (await call('GET', builder))
        const [first, ...others] = sections.map(({ id, lessons }) => ({
          id,
          lessons: lessons.map((one) => one.id),
        }))
        const moved = first && { ...first, lessons: [...first.lessons.slice(1), first.lessons[0]] }
        const change = { do: 'arrange', sections: [moved, ...others], version }

        return () => call('PATCH', builder, { change })
      },
      title: 'a lesson is moved',
    },
    {
      aim: { queries: 6 },
      ready: async (turn) => {
        const headers = headersAt(turn)

        return () => good({ headers, path: `/learn/${slug}/${lesson}`, port })
      },
      title: 'lesson page of 300',
    },
    {
      aim: { queries: 8 },
      ready: async (turn) => {
        const pupil = callerOf({ headers: headersAt(turn), port })
        const begun = await pupil('POST', '/api/attempts', { quiz })
        const { id } = /** @type {{ id: string }} */ (begun)

        return () => pupil('POST', `/api/attempts/${id}/submit`, { answers: {} })
      },
      title: 'submit of 50 questions',
    },
    {
      aim: { ms: 200, queries: 4 },
      ready: async () => () =>
        call('GET', `/api/courses/${course}/entitlement?learner=${learners[0]?.id}`),
      title: 'what is open of 300',
    },
    ...[
      ['a roster of 20,000', ''],
      ['who of 20,000 is stuck', '?stuck=any&sort=progress'],
      ['somebody of 20,000', '?search=crowd-19999&sort=name'],
    ].map(([title = '', query = '']) => ({
      aim: { ms: 500, queries: 6 },
      ready: async () => () => call('GET', `/api/courses/${course}/roster${query}`),
      title,
    })),
  ]
}

/** @param {Task['aim']} aim */
const aimOf = ({ ms, queries }) =>
  [ms && `p95 ≤ ${ms} ms`, queries && `≤ ${queries} queries`, `≥ ${LEAST.toFixed(2)} of alone`]
    .filter(Boolean)
    .join(', ')

/**
 * What authors and staff do, in a course of 300 lessons with 20,000 learners: alone on the platform first, then with two
 * hundred schools around. The baseline of each is what it was alone.
 * @param {{ counter: Awaited<ReturnType<import('./statements.mjs').statementCounter>> } & import('./learners.mjs').School} given
 * @returns {Promise<Row[]>}
 */
export const measureTeaching = async ({ counter, ...school }) => {
  const { pool, port } = school
  const headers = await signIn({ ...school, email: 'owner@aurora.test' })
  const call = callerOf({ headers, port })
  const room = await buildClassroom({ call, pool })
  const learners = await signedInLearners({ ...school, count: LEARNERS, named: 'pupil' })
  await enroll(pool, { course: room.course, learners: learners.map(({ id }) => id) })
  await crowd(pool, { count: ROSTER, course: room.course })
  const tasks = tasksOf({ call, learners, port, room })
  const alone = []
  for (const task of tasks) {
    alone.push(await measureTask({ counter, task }))
  }
  await surround(pool, AROUND)
  /** @type {Row[]} */
  const rows = []
  for (const [nth, task] of tasks.entries()) {
    const { aim, title } = task
    const before = alone[nth] ?? (await measureTask({ counter, task }))
    const { figures, queries } = await measureTask({ counter, task })
    const ratio = figures.perSecond / before.figures.perSecond
    const met =
      queries <= (aim.queries ?? Infinity) && figures.p95 <= (aim.ms ?? Infinity) && ratio >= LEAST
    rows.push({ aim: aimOf(aim), baseline: before.figures, figures, met, queries, ratio, title })
  }

  return rows
}
