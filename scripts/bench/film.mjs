import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

import { commandArgs } from '../runtime/command.mjs'
import { Halt } from '../runtime/halt.mjs'
import { supervise } from '../runtime/supervise.mjs'
import { good, signIn } from './learners.mjs'
import { APPEND, send } from './sending.mjs'

const run = promisify(execFile)

/** Length of the film, in seconds, and how long it may take until it is prepared, in ms. */
const LENGTH = 40
const PATIENCE = 240_000

/** A film whose pictures move and grain, in 720p. */
const film = async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-film-'))
  const file = path.join(folder, 'film.mp4')
  const of = (/** @type {string} */ input) => ['-f', 'lavfi', '-i', `${input}:duration=${LENGTH}`]
  await run('ffmpeg', [
    ...['-v', 'error', ...of('testsrc2=size=1280x720:rate=30'), ...of('sine=frequency=440')],
    ...['-vf', 'noise=alls=12:allf=t', '-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac'],
    file,
  ])
  const bytes = await readFile(file)
  await rm(folder, { recursive: true })

  return bytes
}

/**
 * Uploads a film as the school's owner, has a worker prepare it and puts it in the place of a lesson's; answers where one of its
 * largest segments lies, under the files of the platform and over the API.
 * @param {import('./segments.mjs').Place & { lesson: string }} given
 */
export const readyFilm = async ({ env, host, lesson, pool, port }) => {
  const headers = await signIn({ email: 'owner@aurora.test', host, port })
  const bytes = await film()
  const begun = await good({
    body: { name: 'film.mp4', size: bytes.length },
    headers,
    path: '/api/uploads',
    port,
  })
  const at = `/api/uploads/${JSON.parse(begun.body).id}`
  await send({
    headers: { ...headers, ...APPEND },
    method: 'PATCH',
    parts: [bytes],
    path: at,
    port,
  })
  const whole = JSON.parse((await good({ body: {}, headers, path: `${at}/finish`, port })).body)
  const { id } = whole.media
  supervise({ args: commandArgs('worker'), env: { ...env, TRANSCODES: '1' }, title: 'transcodes' })
  const until = Date.now() + PATIENCE
  for (;;) {
    const { rows } = await pool.query(
      `select tenant_id as tenant, run, status, reason from videos where id = $1`,
      [id],
    )
    const [{ reason, run: made, status, tenant } = {}] = rows
    if (status === 'ready') {
      await pool.query('update lessons set video_id = $2 where id = $1', [lesson, id])
      const segment = 'v720/00001.ts'

      return {
        file: `/${tenant}/videos/${id}/${made}/${segment}`,
        path: `/api/stream/${id}/${made}/${segment}`,
      }
    }
    if (status === 'failed' || Date.now() > until) {
      throw new Halt(`The film was not prepared: ${reason ?? status}.`)
    }
    await sleep(500)
  }
}
