import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'

import pg from 'pg'

import { build } from '../runtime/build.mjs'
import { endChildren } from '../runtime/children.mjs'
import { buildEnvironment, childEnvironment, withoutSettings } from '../runtime/environment.mjs'
import { Halt } from '../runtime/halt.mjs'
import { tryLock } from '../runtime/lock.mjs'
import { bold, say, step } from '../runtime/output.mjs'
import { inData } from '../runtime/paths.mjs'

import { localSecrets } from '../runtime/secrets.mjs'
import { onStop } from '../runtime/signals.mjs'
import { buildBare } from './bare.mjs'
import { readyFilm } from './film.mjs'
import { measureFloor } from './floor.mjs'
import { measureFirstFrame } from './firstFrame.mjs'
import { measureSegments } from './segments.mjs'
import { measureUpload } from './uploads.mjs'
import { measureViewers } from './viewers.mjs'
import { freshDatabases, startDatabase } from './database.mjs'
import { tableOf } from './figures.mjs'
import { measureLadder } from './ladder.mjs'
import { enrolledLearner, signedInLearners, signIn } from './learners.mjs'
import { CONNECTIONS } from './load.mjs'
import { measurePaid } from './paid.mjs'
import { measurePeople } from './people.mjs'
import { measure, scenariosOf } from './scenarios.mjs'
import { freePorts, startServers } from './servers.mjs'
import { statementCounter } from './statements.mjs'
import { measureFlood, measureSession, measureSignIns } from './storms.mjs'
import { measureTeaching } from './teaching.mjs'

/** @typedef {import('./figures.mjs').Row} Row */

/** The demo course that is bought and learned. */
const COURSE = 'seeing-light'

/** An offer of a course, and the first of its lessons that is a film. */
const FILM_LESSON = `
  select o.id as offer,
    (select l.id from lessons l where l.course_id = c.id and l.kind = 'video' order by l.id limit 1) as lesson
  from courses c join offers o on o.course_id = c.id where c.slug = $1 and o.kind = 'oneTime'`

/** Learners who buy; the first ones, unmeasured, warm the platform up and then learn. */
const LEARNERS = 266

/** Makes the bench's folder, and takes the lock that one bench at a time may hold. */
const takePlace = () => {
  mkdirSync(inData('bench'), { recursive: true })
  chmodSync(inData('bench'), 0o755)
  const lock = tryLock(inData('bench/lock'))
  if ('holder' in lock) {
    throw new Halt(`A bench runs here already, as process ${lock.holder.pid}.`)
  }

  return lock
}

/** Parts that can be measured alone: `npm run bench -- upload frame`; all of it where none is named. */
const PARTS = ['flood', 'floor', 'frame', 'ladder', 'people', 'session', 'signIns', 'upload']

/** @param {string[]} given */
const checkParts = (given) => {
  const wrong = given.find((part) => !PARTS.includes(part))
  if (wrong) {
    throw new Halt(`The bench has no part "${wrong}", but ${PARTS.join(', ')}.`)
  }
}

/**
 * What keeping schools apart and people out costs, and whether one who storms starves the others.
 * @param {{
 *   lesson: string, parts: string[], reader: Record<string, string>, place: { counter: Awaited<ReturnType<typeof statementCounter>> } & import('./learners.mjs').School,
 *   ports: import('./servers.mjs').Ports,
 * }} given
 * @returns {Promise<Row[]>}
 */
const measureTrust = async ({ lesson, parts, place: { counter, ...school }, ports, reader }) => {
  const wants = (/** @type {string} */ part) => parts.includes(part)
  const email = 'student@aurora.test'
  const page = `/learn/${COURSE}/${lesson}`
  const there = { host: `ofek.localhost:${ports.web}`, port: ports.web }
  /** @type {Row[]} */
  const rows = []
  if (wants('session')) {
    const asked = { counter, headers: reader, port: ports.web }
    rows.push(await step('Measuring: a session', () => measureSession(asked)))
  }
  if (wants('floor')) {
    const clients = [{ headers: reader }]
    const target = { clients, path: page, port: ports.web, title: page }
    const { pool } = school
    rows.push(
      await step('Measuring: row-level security', () => measureFloor({ counter, pool, target })),
    )
  }
  if (wants('signIns')) {
    const given = { ...school, email, page, reader }
    rows.push(...(await step('Measuring: a thousand sign-ins', () => measureSignIns(given))))
  }
  if (wants('flood')) {
    const other = await signIn({ ...there, email: 'student@ofek.test' })
    const given = { flooded: school.host, page: '/dashboard', port: ports.web, reader: other }
    for (const kind of /** @type {const} */ (['closed', 'paced'])) {
      rows.push(
        ...(await step(`Measuring: a flood, ${kind}`, () => measureFlood({ ...given, kind }))),
      )
    }
  }

  return rows
}

/**
 * Some parts alone, for whoever works on them.
 * @param {{ env: NodeJS.ProcessEnv, parts: string[], pool: import('pg').Pool, ports: import('./servers.mjs').Ports }} given
 * @returns {Promise<Row[]>}
 */
const measureParts = async ({ env, parts, pool, ports }) => {
  const counter = await statementCounter(pool)
  const school = { host: `aurora.localhost:${ports.web}`, pool, port: ports.web }
  const place = { counter, env, ...school }
  /** @type {Row[]} */
  const results = []
  const { rows } = await pool.query(FILM_LESSON, [COURSE])
  const { lesson, offer } = rows[0]
  const reader = await enrolledLearner({ ...school, offer })
  if (parts.includes('frame')) {
    const learners = [{ id: '', headers: reader }]
    const film = await step('Preparing a film', () => readyFilm({ ...place, lesson }))
    const watching = { ...place, slug: COURSE, film, learners, lesson }
    results.push(...(await step('Measuring: its first frame', () => measureFirstFrame(watching))))
  }
  results.push(...(await measureTrust({ lesson, parts, place, ports, reader })))
  if (parts.includes('people')) {
    results.push(...(await step('Measuring: who is looked for', () => measurePeople(place))))
  }
  if (parts.includes('upload')) {
    results.push(await step('Measuring: a file, sent', () => measureUpload(place)))
  }

  return results
}

/**
 * @param {{ env: NodeJS.ProcessEnv, pool: import('pg').Pool, ports: import('./servers.mjs').Ports, web: import('../runtime/supervise.mjs').Supervised | undefined }} given
 * @returns {Promise<Row[]>}
 */
const measureAll = async ({ env, pool, ports, web }) => {
  const counter = await statementCounter(pool)
  const { rows } = await pool.query(FILM_LESSON, [COURSE])
  const { lesson, offer } = rows[0]
  const school = { host: `aurora.localhost:${ports.web}`, pool, port: ports.web }
  const learners = await step('Signing learners in', () =>
    signedInLearners({ ...school, count: LEARNERS }),
  )
  const paid = await step('Measuring: paid → enrolled', () =>
    measurePaid({ ...school, counter, learners, offer, warm: CONNECTIONS }),
  )
  const results = []
  const some = learners.slice(0, CONNECTIONS)
  for (const scenario of scenariosOf({
    course: COURSE,
    learners: some,
    lesson,
    ports,
    ...school,
  })) {
    results.push(await step(`Measuring: ${scenario.title}`, () => measure({ counter, scenario })))
  }

  const teaching = await step('Measuring: authors, staff and a crowd', () =>
    measureTeaching({ ...school, counter }),
  )

  const place = { counter, env, ...school }
  const viewers = await step('Measuring: viewers who report', () =>
    measureViewers({ ...place, learners: some, lesson, pid: web?.pid() ?? 0 }),
  )
  const film = await step('Preparing a film', () => readyFilm({ ...place, lesson }))
  const watching = { ...place, slug: COURSE, film, learners: some, lesson }
  const segments = await step('Measuring: segments of a film', () => measureSegments(watching))
  const first = await step('Measuring: its first frame', () => measureFirstFrame(watching))
  const upload = await step('Measuring: a file, sent', () => measureUpload(place))

  const parts = ['session', 'floor', 'signIns', 'flood']
  const reader = some[0]?.headers ?? {}
  const trust = await measureTrust({ lesson, parts, place, ports, reader })

  // Last, since it fills the school.
  const people = await step('Measuring: who is looked for', () => measurePeople(place))

  return [
    ...results,
    viewers,
    ...segments,
    ...first,
    upload,
    paid,
    ...teaching,
    ...trust,
    ...people,
  ]
}

/**
 * Runs `use` on a few connections as the owner, and closes them.
 * @template T
 * @param {string} url
 * @param {(pool: import('pg').Pool) => Promise<T>} use
 */
const withPool = async (url, use) => {
  const pool = new pg.Pool({ connectionString: url, max: 5 })
  pool.on('error', () => {})
  try {
    return await use(pool)
  } finally {
    await pool.end()
  }
}

/** @param {Row[]} results */
const report = (results) => {
  const file = inData('bench/results.json')
  const cpus = os.cpus()
  const machine = { cpu: cpus[0]?.model, cpus: cpus.length, node: process.versions.node }
  const at = new Date().toISOString()
  writeFileSync(file, `${JSON.stringify({ at, machine, results }, null, 2)}\n`)
  say()
  tableOf(results).forEach((line, index) => say(index === 0 ? bold(line) : line))
  say(`\n${machine.cpus} × ${machine.cpu}, Node ${machine.node}. Written to ${file}`)
}

/**
 * Measures the production build beside bare baselines on the same machine, database server and minute,
 * and prints how they compare. It says whether the aims are met and never fails for it.
 * @param {string[]} parts those of `PARTS` to measure; none for all that there is
 */
export const bench = async (parts) => {
  checkParts(parts)
  const place = takePlace()
  /** @type {Awaited<ReturnType<typeof startDatabase>> | undefined} */
  let database
  const end = async () => {
    await endChildren()
    await database?.release()
    place.release()
  }
  const unlisten = onStop({ stop: () => void end().finally(() => process.exit(130)) })
  const given = withoutSettings(process.env)
  try {
    await build({ env: buildEnvironment(given) })
    await buildBare(buildEnvironment(given))
    const server = await step('Starting PostgreSQL for the bench', startDatabase)
    database = server
    const ports = await freePorts()
    const secret = localSecrets(inData('bench/secrets.json')).LECTERN_SECRET
    const environmentFor = (/** @type {string} */ databaseUrl) => ({
      ...childEnvironment({ databaseUrl, embedded: true, given, mode: 'production', secret }),
      LOG_LEVEL: 'error',
      PORT: String(ports.web),
      // Nothing is prepared while pages are measured.
      TRANSCODES: '0',
      UPLOADS_DIR: inData('bench/uploads'),
    })
    const { bareUrl, databaseUrl, workerUrl } = await freshDatabases({
      environmentFor,
      serverUrl: server.url,
    })
    const env = environmentFor(databaseUrl)
    const servers = await startServers({ bareUrl, env, ports, workerUrl })
    try {
      const [web] = servers
      const rows = await withPool(databaseUrl, (pool) =>
        parts.length > 0
          ? measureParts({ env, parts, pool, ports })
          : measureAll({ env, pool, ports, web }),
      )
      if (parts.length === 0 || parts.includes('ladder')) {
        rows.push(await step('Measuring: a film, prepared', () => measureLadder(env)))
      }
      report(rows)
    } catch (error) {
      servers.flatMap(({ said }) => said()).forEach((line) => say(line))
      throw error
    }
  } finally {
    unlisten()
    await end()
  }
}
