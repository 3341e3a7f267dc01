import { inRoot } from '../runtime/paths.mjs'
import { freePort } from '../runtime/postgres/server.mjs'
import { supervise } from '../runtime/supervise.mjs'
import { untilHealthy } from '../runtime/web.mjs'
import { good } from './learners.mjs'
import { ACCEL_PREFIX, hasNginx, startNginx } from './nginx.mjs'
import { measure } from './scenarios.mjs'

/**
 * @typedef {import('./figures.mjs').Row} Row
 * @typedef {import('./learners.mjs').Learner} Learner
 * @typedef {import('./learners.mjs').School & { counter: Awaited<ReturnType<import('./statements.mjs').statementCounter>>, env: NodeJS.ProcessEnv }} Place
 */

/**
 * The headers of a learner who may watch the lesson's film now.
 * @param {{ learner: Learner, lesson: string, port: number }} given
 */
const watching = async ({ learner: { headers }, lesson, port }) => {
  const answer = await good({ body: {}, headers, path: `/api/learn/videos/${lesson}/open`, port })
  const cookies = (answer.headers['set-cookie'] ?? []).map((one) => one.split(';')[0])

  return { headers: { ...headers, cookie: [headers.cookie, ...cookies].join('; ') } }
}

/**
 * Segments of a film from disk, to whom may watch it, beside nginx that asks nobody; and with nginx in front, which sends what
 * the platform says may be sent.
 * @param {Place & { film: { file: string, path: string }, learners: Learner[], lesson: string }} given
 * @returns {Promise<Row[]>} none where nginx is not installed
 */
export const measureSegments = async ({ counter, env, film, learners, lesson, port }) => {
  if (!hasNginx()) {
    return []
  }
  const clients = await Promise.all(learners.map((learner) => watching({ learner, lesson, port })))
  const [accel, bare, front] = [await freePort(), await freePort(), await freePort()]
  const next = inRoot('node_modules/next/dist/bin/next')
  supervise({
    args: ['--dns-result-order=ipv4first', next, 'start', '-H', 'localhost', '-p', String(accel)],
    env: { ...env, ACCEL_PREFIX },
    title: 'web behind nginx',
  })
  startNginx({ accel, bare, files: env.UPLOADS_DIR ?? '', front })
  await untilHealthy({ anyAnswer: true, host: `localhost:${accel}`, patience: 60_000, port: accel })
  const files = { clients: [{}], path: film.file, port: bare, title: 'nginx alone' }
  // The web process behind nginx takes the port that it listens on for its own address.
  const host = `aurora.localhost:${accel}`
  const behind = clients.map(({ headers }) => ({
    headers: { ...headers, host, origin: `http://${host}` },
  }))
  const scenario = (
    /** @type {number} */ aim,
    /** @type {string} */ title,
    /** @type {Pick<import('./load.mjs').Target, 'clients' | 'port'>} */ at,
  ) => ({ aim, baseline: files, ours: { ...at, path: film.path, title }, title })

  return [
    await measure({
      counter,
      scenario: scenario(0.5, 'a segment, to whom may watch', { clients, port }),
    }),
    await measure({
      counter,
      scenario: scenario(0.9, 'a segment, sent by nginx', { clients: behind, port: front }),
    }),
  ]
}
