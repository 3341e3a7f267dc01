import { callerOf } from './classroom.mjs'
import { figuresOf } from './figures.mjs'
import { signIn } from './learners.mjs'

/** @typedef {import('./figures.mjs').Row} Row */

/** Accounts of the school in which somebody is looked for. */
const ACCOUNTS = 100_000

/** Milliseconds that a search may take at the 95th percentile. */
const MOST_MS = 300

const TIMES = 30
const WARM = 5

/** What is looked for, and how many statements answer it. */
const SEARCHES = [
  ['by a part in the middle of a name', '/api/people?search=ow-9999'],
  ['by a part of an address', '/api/people?search=99999%40crowd'],
  ['by a part that many have', '/api/people?search=row'],
  ['by a part that nobody has', '/api/people?search=zzyzx'],
  ['by two parts and a role', '/api/people?search=crow%20777&role=student'],
  ['by a role that few have', '/api/people?role=owner'],
  ['how many have a part', '/api/people/count?search=row'],
]

/**
 * Fills the school with accounts of students.
 * @param {import('pg').Pool} pool
 */
const fill = async (pool) => {
  await pool.query(
    `with made as (
       insert into users (id, tenant_id, name, email, status, email_verified)
       select uuidv7(), t.id, 'Crow-' || n || ' Meadow-' || n, 'person-' || n || '@crowd.test', 'active', true
       from tenants t, generate_series(1, $1::int) n where t.slug = 'aurora' returning id)
     insert into users_roles (id, "order", parent_id, value) select uuidv7(), 1, id, 'student' from made`,
    [ACCOUNTS],
  )
  await pool.query('analyze users, users_roles')
}

/**
 * Searches among the people of a school of 100,000 accounts, as the desk of the admin asks them.
 * @param {{ counter: Awaited<ReturnType<import('./statements.mjs').statementCounter>> } & import('./learners.mjs').School} given
 * @returns {Promise<Row[]>}
 */
export const measurePeople = async ({ counter, ...school }) => {
  await fill(school.pool)
  const headers = await signIn({ ...school, email: 'owner@aurora.test' })
  const call = callerOf({ headers, port: school.port })
  /** @type {Row[]} */
  const rows = []
  for (const [title = '', path = ''] of SEARCHES) {
    /** @type {number[]} */
    const times = []
    const queries = await counter.per(async () => {
      for (let turn = 0; turn < WARM + TIMES; turn++) {
        const began = performance.now()
        await call('GET', path)
        if (turn >= WARM) {
          times.push(performance.now() - began)
        }
      }
    }, WARM + TIMES)
    const seconds = times.reduce((sum, time) => sum + time, 0) / 1000
    const figures = figuresOf([{ bytes: 0, seconds, times }])
    const met = figures.p95 <= MOST_MS
    rows.push({ aim: `p95 ≤ ${MOST_MS} ms`, figures, met, queries, title: `people ${title}` })
  }

  return rows
}
