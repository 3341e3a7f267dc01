import { setTimeout as sleep } from 'node:timers/promises'

import { Halt } from '../runtime/halt.mjs'
import { ask } from './ask.mjs'

/**
 * @typedef {{ pool: import('pg').Pool, host: string, port: number }} School
 * @typedef {{ headers: Record<string, string>, id: string }} Learner signed in by these headers
 */

/** Password of the demo's accounts. */
const PASSWORD = 'lectern-demo'

/** Milliseconds that anything may take that is waited for. */
const PATIENCE = 60_000

/** Accounts like the demo's student, with its password: their hashes are the slow part of making them. */
const CLONES = `
  with student as (select * from users where email = 'student@aurora.test'),
    made as (
      insert into users (id, tenant_id, name, email, status, email_verified)
      select uuidv7(), tenant_id, 'Learner ' || n, $2 || '-' || n || '@aurora.test', status, true
      from student, generate_series(1, $1::int) n returning id, tenant_id, email),
    roles as (
      insert into users_roles ("order", parent_id, value, id)
      select r."order", made.id, r.value, uuidv7()
      from made, users_roles r where r.parent_id = (select id from student)),
    accounts as (
      insert into auth_accounts (id, tenant_id, user_id, account_id, provider_id, password)
      select uuidv7(), made.tenant_id, made.id, made.id::text, a.provider_id, a.password
      from made, auth_accounts a where a.user_id = (select id from student))
  select id, email from made`

/**
 * The answer to a request that has to succeed.
 * @param {Parameters<typeof ask>[0]} what
 */
export const good = async (what) => {
  const answer = await ask(what)
  if (answer.status >= 300) {
    throw new Halt(`${what.path} answered ${answer.status}: ${answer.body.slice(0, 500)}`)
  }

  return answer
}

/**
 * Signs somebody of the demo in as a browser does; answers the headers that say so.
 * @param {Pick<School, 'host' | 'port'> & { address?: string, email: string }} given
 * @returns {Promise<Record<string, string>>}
 */
export const signIn = async ({ address, email, host, port }) => {
  const headers = { host, origin: `http://${host}`, ...(address && { 'x-forwarded-for': address }) }
  const body = { email, password: PASSWORD }
  const answer = await good({ body, headers, path: '/api/auth/sign-in/email', port })
  const cookie = (answer.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ')

  return { ...headers, cookie }
}

/**
 * Makes learners of the school and signs each in as a browser does.
 * @param {School & { count: number, named?: string }} given `named`: what their addresses begin with
 * @returns {Promise<Learner[]>}
 */
export const signedInLearners = async ({ count, host, named = 'learner', pool, port }) => {
  const { rows } = await pool.query(CLONES, [count, named])
  /** @type {Learner[]} */
  const learners = []
  for (const [index, { id, email }] of rows.entries()) {
    const address = `10.0.${index >> 8}.${index & 255}`
    learners.push({ id, headers: await signIn({ address, email, host, port }) })
  }

  return learners
}

/**
 * Has a learner order something; answers the order, and the gateway's session in which it is to be paid.
 * @param {{ learner: Learner, offer: string, port: number }} given
 * @returns {Promise<{ order: string, session: string }>}
 */
export const order = async ({ learner: { headers }, offer, port }) => {
  const body = { items: [{ offer }] }
  const answer = JSON.parse((await good({ body, headers, path: '/api/checkout', port })).body)

  return { order: answer.order, session: new URL(answer.url).pathname.split('/').at(-1) ?? '' }
}

/**
 * Watches for the enrollments of orders, all with one question, so that watching is no load of its own.
 * @param {import('pg').Pool} pool
 * @returns {(order: string) => Promise<void>} resolves once the order's enrollment is there
 */
export const enrollmentWatch = (pool) => {
  /** @type {Map<string, () => void>} */
  const waiting = new Map()
  let isLooking = false
  const look = async () => {
    isLooking = true
    for (; waiting.size > 0; await sleep(5)) {
      const text = 'select order_id from enrollments where order_id = any($1::uuid[])'
      const { rows } = await pool.query({ name: 'enrolled', text, values: [[...waiting.keys()]] })
      for (const { order_id: order } of rows) {
        waiting.get(order)?.()
        waiting.delete(order)
      }
    }
    isLooking = false
  }

  return (order) => {
    const seen = new Promise((/** @type {(seen?: undefined) => void} */ resolve) => {
      waiting.set(order, resolve)
    })
    const late = sleep(PATIENCE, undefined, { ref: false }).then(() => {
      throw new Halt(`Order ${order} was paid and led to no enrollment.`)
    })
    if (!isLooking) {
      void look()
    }

    return Promise.race([seen, late])
  }
}

/**
 * Pays at the test gateway and waits for the enrollment's row. Answers the milliseconds from the moment
 * the gateway is told, which is when its event is born, until the row is there.
 * @param {{ enrolled: ReturnType<typeof enrollmentWatch>, learner: Learner, order: string, port: number, session: string }} given
 */
export const payUntilEnrolled = async ({
  enrolled,
  learner: { headers },
  order,
  port,
  session,
}) => {
  const began = performance.now()
  await good({ body: {}, headers, path: `/api/payments/test/${session}/approve`, port })
  await enrolled(order)

  return performance.now() - began
}

/**
 * Waits until no reaction is waiting or running.
 * @param {import('pg').Pool} pool
 */
export const untilSettled = async (pool) => {
  for (const until = Date.now() + PATIENCE; Date.now() < until; await sleep(100)) {
    const { rows } = await pool.query(
      "select count(*)::int as jobs from pgboss.job where state in ('created', 'retry', 'active') and data ? 'event'",
    )
    if (rows[0].jobs === 0) {
      return
    }
  }
  throw new Halt('The worker did not finish in time.')
}

/**
 * The headers of somebody who learns in a course, having bought it.
 * @param {School & { offer: string }} given
 * @returns {Promise<Record<string, string>>}
 */
export const enrolledLearner = async ({ offer, pool, ...school }) => {
  const [learner] = await signedInLearners({ ...school, count: 1, named: 'reader', pool })
  if (!learner) {
    throw new Halt('Nobody could be made to learn.')
  }
  const { port } = school
  const ordered = await order({ learner, offer, port })
  await payUntilEnrolled({ enrolled: enrollmentWatch(pool), learner, port, ...ordered })

  return learner.headers
}
