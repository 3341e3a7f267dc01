import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

import { step } from '../runtime/output.mjs'
import { inRoot } from '../runtime/paths.mjs'
import { freePort } from '../runtime/postgres/server.mjs'
import { supervise } from '../runtime/supervise.mjs'
import { untilHealthy } from '../runtime/web.mjs'
import { ask } from './ask.mjs'
import { figuresOf } from './figures.mjs'
import { good, signIn } from './learners.mjs'
import { ACCEL_PREFIX, hasNginx, startNginx } from './nginx.mjs'
import { measure } from './scenarios.mjs'

/**
 * @typedef {import('./figures.mjs').Row} Row
 * @typedef {import('./learners.mjs').Learner} Learner
 * @typedef {import('./learners.mjs').School & { counter: Awaited<ReturnType<import('./statements.mjs').statementCounter>>, env: NodeJS.ProcessEnv }} Place
 */

const run = promisify(execFile)

/**
 * Puts a film that is ready to be watched in the place of a lesson's; answers where one of its segments lies.
 * @param {Place & { lesson: string }} given
 */
const readyFilm = async ({ env, lesson, pool }) => {
  const { rows } = await pool.query('select tenant_id as tenant from lessons where id = $1', [
    lesson,
  ])
  const { tenant } = rows[0]
  const args = ['--conditions=production', '--import', 'tsx', inRoot('src/bench/film.ts'), tenant]
  const { stdout } = await run(process.execPath, args, { cwd: inRoot(), env })
  const { id, path, run: made, sealed } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}')
  await pool.query(
    `insert into media (id, tenant_id, filename, mime_type) values ($1, $2, $3, 'video/mp4')`,
    [id, tenant, `${id}.mp4`],
  )
  await pool.query(
    `insert into videos (id, tenant_id, media_id, provider, status, percent, attempts, run, has_picture, secret)
     values ($1, $2, $1, 'own', 'ready', 100, 1, $3, false, $4)`,
    [id, tenant, made, sealed],
  )
  await pool.query('update lessons set video_id = $2 where id = $1', [lesson, id])

  return {
    file: `/${tenant}/videos/${id}/${made}/${path}`,
    path: `/api/stream/${id}/${made}/${path}`,
  }
}

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
 * @param {Place & { learners: Learner[], lesson: string }} given
 * @returns {Promise<Row[]>}
 */
export const measureSegments = async (given) => {
  if (!hasNginx()) {
    return []
  }
  const { counter, env, learners, lesson, port } = given
  const film = await readyFilm(given)
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

/** Bytes of the file that is sent, and of what is written at a time. */
const FILE = 1024 ** 3
const PART = 1024 ** 2

/**
 * Sends a film of `FILE` bytes: one that plays, filled up by a box that players skip.
 * @param {{ headers: Record<string, string>, method: string, path: string, port: number }} where
 * @returns {Promise<number>} how long until the answer, in ms
 */
const send = async ({ headers, method, path, port }) => {
  const film = readFileSync(inRoot('media/seed/lesson-he.mp4'))
  const box = Buffer.alloc(8)
  box.writeUInt32BE(FILE - film.length, 0)
  box.write('free', 4)
  const part = Buffer.alloc(PART)
  const began = performance.now()
  await new Promise((resolve, reject) => {
    const request = http.request({
      headers: { ...headers, 'content-length': FILE },
      host: '127.0.0.1',
      method,
      path,
      port,
    })
    request.on('error', reject)
    request.on('response', (response) => {
      response.resume()
      if ((response.statusCode ?? 0) >= 300) {
        reject(new Error(`${path} answered ${response.statusCode}.`))
      }
      response.on('end', () => resolve(undefined))
    })
    let left = FILE - film.length - box.length
    const write = () => {
      while (left > 0) {
        const size = Math.min(left, PART)
        left -= size
        if (!request.write(part.subarray(0, size))) {
          request.once('drain', write)

          return
        }
      }
      request.end()
    }
    request.write(Buffer.concat([film, box]))
    write()
  })

  return performance.now() - began
}

/**
 * A file of one gigabyte by tus, until all of it lies on the disk, beside a server that reads it and keeps nothing; the better
 * of two, in turn. That it is looked at then is not in the time.
 * @param {Place} given
 * @returns {Promise<Row>}
 */
export const measureUpload = async ({ env, host, port }) => {
  const sink = await freePort()
  supervise({ args: [inRoot('src/bench/bare/sink.mjs'), String(sink)], env, title: 'sink' })
  await untilHealthy({ anyAnswer: true, host: 'localhost', patience: 60_000, port: sink })
  const headers = await signIn({ email: 'owner@aurora.test', host, port })
  const [bare, ours] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])]
  for (let time = 0; time < 2; time += 1) {
    bare.push(await send({ headers: {}, method: 'POST', path: '/', port: sink }))
    const begun = await good({
      body: { name: `long-${time}.mp4`, size: FILE },
      headers,
      path: '/api/uploads',
      port,
    })
    const path = `/api/uploads/${JSON.parse(begun.body).id}`
    ours.push(
      await send({
        headers: {
          ...headers,
          'content-type': 'application/offset+octet-stream',
          'lectern-finishes': '1',
          'tus-resumable': '1.0.0',
          'upload-offset': '0',
        },
        method: 'PATCH',
        path,
        port,
      }),
    )
    const finished = await good({ body: {}, headers, path: `${path}/finish`, port })
    const { media } = JSON.parse(finished.body)
    await good({ headers, method: 'DELETE', path: `/api/media/${media.id}`, port })
  }
  const once = (/** @type {number[]} */ times) =>
    figuresOf([{ bytes: FILE, seconds: Math.min(...times) / 1000, times: [Math.min(...times)] }])
  const ratio = Math.min(...bare) / Math.min(...ours)

  return {
    aim: '≥ 0.6 of bare',
    baseline: once(bare),
    figures: once(ours),
    met: ratio >= 0.6,
    queries: 0,
    ratio,
    title: 'a file of 1 GB, sent',
  }
}

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
 * @param {Place & { learners: Learner[], lesson: string, pid: number }} given
 * @returns {Promise<Row>}
 */
export const measureViewers = async ({ counter, learners, lesson, pid, port }) => {
  const path = '/api/progress/watched'
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
      path,
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
