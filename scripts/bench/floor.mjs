import { figuresOf } from './figures.mjs'
import { good } from './learners.mjs'
import { load } from './load.mjs'

/** @typedef {import('./figures.mjs').Row} Row */
/** @typedef {import('./load.mjs').Target} Target */

/** Seconds of each load, and how often with and without take turns. */
const WARM = 2
const SECONDS = 2
const ROUNDS = 5

/** Requests over which statements are counted. */
const COUNTED = 20

/** The least share of what is answered without policies. */
const AIM = 0.9

const GUARDED = `
  select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
  where c.relkind = 'r' and exists (select from pg_policy p where p.polrelid = c.oid)`

/**
 * Takes the policies of all tables off, or puts them back; one table at a time, since whoever holds several stands in the way of servers.
 * @param {import('pg').Pool} pool
 * @param {'disable' | 'enable'} how
 */
const turn = async (pool, how) => {
  const { rows } = await pool.query(GUARDED)
  for (const { name } of rows) {
    await pool.query(`alter table ${name} ${how} row level security`)
  }
}

/**
 * What row-level security costs a page: the same page of the same learners, asked with the policies of all tables and without
 * any, in turns.
 * @param {{ counter: Awaited<ReturnType<import('./statements.mjs').statementCounter>>, pool: import('pg').Pool, target: Target }} given
 * @returns {Promise<Row>}
 */
export const measureFloor = async ({ counter, pool, target }) => {
  const { headers } = target.clients[0] ?? {}
  const askTimes = async () => {
    for (let times = 0; times < COUNTED; times++) {
      await good({ headers, path: target.path, port: target.port })
    }
  }
  await askTimes()
  const queries = await counter.per(askTimes, COUNTED)
  /** @type {Record<'disable' | 'enable', import('./figures.mjs').Load[]>} */
  const loads = { disable: [], enable: [] }
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (const how of /** @type {const} */ (['disable', 'enable'])) {
        await turn(pool, how)
        await load(target, round === 0 ? WARM : 1)
        loads[how].push(await load(target, SECONDS))
      }
    }
  } finally {
    await turn(pool, 'enable')
  }
  const [figures, baseline] = [figuresOf(loads.enable), figuresOf(loads.disable)]
  const ratio = figures.perSecond / baseline.perSecond

  return {
    aim: `≥ ${AIM}`,
    baseline,
    figures,
    met: ratio >= AIM,
    queries,
    ratio,
    title: 'lesson page, with policies over without',
  }
}
