import { ask } from './ask.mjs'
import { buildClassroom, callerOf, crowd, enroll, memberOf, surround } from './classroom.mjs'
import { figuresOf } from './figures.mjs'
import { signedInLearners } from './learners.mjs'

/**
 * @typedef {import('./figures.mjs').Row} Row
 * @typedef {{ aim: { ms?: number, queries?: number }, prepare?: (turn: number) => Promise<unknown>, run: (prepared: any) => Promise<unknown>, title: string }} Task
 *   one thing that is done again and again; what `prepare` does is not measured
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

/** How much slower each task may become by that. */
const SLOWER = 1.3

/**
 * Times and statements of a task, done one after the other.
 * @param {{ counter: Awaited<ReturnType<import('./statements.mjs').statementCounter>>, task: Task }} given
 */
const measureTask = async ({ counter, task: { prepare, run } }) => {
  /** @type {number[]} */
  const times = []
  let statements = 0
  for (let turn = 0; turn < WARM + TIMES; turn++) {
    const prepared = await prepare?.(turn)
    let took = 0
    const counted = await counter.per(async () => {
      const began = performance.now()
      await run(prepared)
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
 *   learners: import('./learners.mjs').Learner[], owner: Awaited<ReturnType<typeof memberOf>>,
 *   room: import('./classroom.mjs').Classroom, school: import('./learners.mjs').School,
 * }} given
 * @returns {Task[]}
 */
const tasksOf = ({ learners, owner: { call }, room: { slug, course, lesson, quiz }, school }) => {
  const builder = `/api/courses/${course}/curriculum`
  const pupils = learners.map(({ headers }) => callerOf({ headers, port: school.port }))
  const pupil = (/** @type {number} */ turn) => pupils[turn % pupils.length] ?? call

  return [
    { aim: { queries: 10 }, run: () => call('GET', builder), title: 'builder of 300 lessons' },
    {
      aim: { queries: 6 },
      prepare: () => call('GET', builder),
      run: ({ sections, version }) => {
        const [first, ...others] = sections.map((/** @type {any} */ one) => ({
          id: one.id,
          lessons: one.lessons.map((/** @type {any} */ { id }) => id),
        }))
        const lessons = [...first.lessons.slice(1), first.lessons[0]]
        const change = { do: 'arrange', sections: [{ ...first, lessons }, ...others], version }

        return call('PATCH', builder, { change })
      },
      title: 'a lesson is moved',
    },
    {
      aim: { queries: 6 },
      prepare: async (turn) => learners[turn % learners.length]?.headers,
      run: (headers) => ask({ headers, path: `/learn/${slug}/${lesson}`, port: school.port }),
      title: 'lesson page of 300',
    },
    {
      aim: { queries: 8 },
      prepare: async (turn) => {
        const { id, attempt } = await pupil(turn)('POST', '/api/attempts', { quiz })

        return { id: id ?? attempt.id, turn }
      },
      run: ({ id, turn }) => pupil(turn)('POST', `/api/attempts/${id}/submit`, { answers: {} }),
      title: 'submit of 50 questions',
    },
    {
      aim: { ms: 200, queries: 4 },
      run: () => call('GET', `/api/courses/${course}/entitlement?learner=${learners[0]?.id}`),
      title: 'what is open of 300',
    },
  ]
}

/** @param {Task['aim']} aim */
const aimOf = ({ ms, queries }) =>
  [ms && `p95 ≤ ${ms} ms`, queries && `≤ ${queries} queries`, `≤ ${SLOWER}× when crowded`]
    .filter(Boolean)
    .join(', ')

/**
 * What authors and staff do, in a course of 300 lessons with 20,000 learners: alone on the platform first, then with two
 * hundred schools around. `ratio` is how much longer the middle one took then.
 * @param {{ counter: Awaited<ReturnType<import('./statements.mjs').statementCounter>> } & import('./learners.mjs').School} given
 * @returns {Promise<Row[]>}
 */
export const measureTeaching = async ({ counter, ...school }) => {
  const { pool } = school
  const owner = await memberOf({ ...school, email: 'owner@aurora.test' })
  const room = await buildClassroom({ owner, pool })
  const learners = await signedInLearners({ ...school, count: LEARNERS, named: 'pupil' })
  await enroll(pool, { course: room.course, learners: learners.map(({ id }) => id) })
  await crowd(pool, { count: ROSTER, course: room.course })
  const tasks = tasksOf({ learners, owner, room, school })
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
    const ratio = figures.p50 / before.figures.p50
    const met =
      queries <= (aim.queries ?? Infinity) && figures.p95 <= (aim.ms ?? Infinity) && ratio <= SLOWER
    rows.push({ aim: aimOf(aim), baseline: before.figures, figures, met, queries, ratio, title })
  }

  return rows
}
