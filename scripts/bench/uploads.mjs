import { readFileSync } from 'node:fs'

import { inRoot } from '../runtime/paths.mjs'
import { freePort } from '../runtime/postgres/server.mjs'
import { supervise } from '../runtime/supervise.mjs'
import { untilHealthy } from '../runtime/web.mjs'
import { figuresOf } from './figures.mjs'
import { good, signIn } from './learners.mjs'
import { APPEND, send } from './sending.mjs'

/** @typedef {import('./figures.mjs').Row} Row */

/** Bytes of the file that is sent, and of what is written at a time. */
const FILE = 1024 ** 3
const PART = 1024 ** 2

/** `FILE` bytes of a film that plays, filled up by a box that players skip. */
const longFilm = function* () {
  const film = readFileSync(inRoot('media/seed/lesson-he.mp4'))
  const box = Buffer.alloc(8)
  box.writeUInt32BE(FILE - film.length, 0)
  box.write('free', 4)
  yield Buffer.concat([film, box])
  const part = Buffer.alloc(PART)
  for (let left = FILE - film.length - box.length; left > 0; left -= PART) {
    yield part.subarray(0, Math.min(left, PART))
  }
}

/**
 * A file of one gigabyte by tus, until all of it lies on the disk, beside a server that reads it and keeps nothing; the better
 * of two, in turn. That it is looked at then is not in the time.
 * @param {import('./segments.mjs').Place} given
 * @returns {Promise<Row>}
 */
export const measureUpload = async ({ env, host, port }) => {
  const sink = await freePort()
  supervise({ args: [inRoot('src/bench/bare/sink.mjs'), String(sink)], env, title: 'sink' })
  await untilHealthy({ anyAnswer: true, host: 'localhost', patience: 60_000, port: sink })
  const headers = await signIn({ email: 'owner@aurora.test', host, port })
  const [bare, ours] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])]
  for (let time = 0; time < 2; time += 1) {
    bare.push(await send({ headers: {}, method: 'POST', parts: longFilm(), path: '/', port: sink }))
    const begun = await good({
      body: { name: `long-${time}.mp4`, size: FILE },
      headers,
      path: '/api/uploads',
      port,
    })
    const at = `/api/uploads/${JSON.parse(begun.body).id}`
    ours.push(
      await send({
        headers: { ...headers, ...APPEND },
        method: 'PATCH',
        parts: longFilm(),
        path: at,
        port,
      }),
    )
    const { media } = JSON.parse(
      (await good({ body: {}, headers, path: `${at}/finish`, port })).body,
    )
    await good({ headers, method: 'DELETE', path: `/api/media/${media.id}`, port })
  }
  const best = (/** @type {number[]} */ times) =>
    figuresOf([{ bytes: FILE, seconds: Math.min(...times) / 1000, times: [Math.min(...times)] }])
  const ratio = Math.min(...bare) / Math.min(...ours)

  return {
    aim: '≥ 0.6 of bare',
    baseline: best(bare),
    figures: best(ours),
    met: ratio >= 0.6,
    queries: 0,
    ratio,
    title: 'a file of 1 GB, sent',
  }
}
