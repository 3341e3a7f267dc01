import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import { probe } from '@/adapters/transcoding/probe'
import { transcode } from '@/adapters/transcoding/transcode'
import { storage } from '@/adapters/storage'
import { videoFolder } from '@/domain/media/keys'
import { planFor } from '@/domain/media/ladder'
import { newId } from '@/newId'
import { wholeSegments } from '@/operations/media/videos/packing'
import { shipping } from '@/operations/media/videos/shipping'
import { seal } from '@/secrets'

const SECONDS = 20
const TIMES = 3

/*
 * Prints how long a ladder takes, in ms: `bare`, by ffmpeg alone, and `made`, with each segment encrypted and stored
 * as it becomes whole. Both in turn, the better of three.
 */
const root = await mkdtemp(path.join(tmpdir(), 'lectern-ladder-'))
const file = path.join(root, 'film.mp4')
const of = (input: string) => ['-f', 'lavfi', '-i', `${input}:duration=${SECONDS}`]
await promisify(execFile)('ffmpeg', [
  ...['-v', 'error', ...of('testsrc2=size=1280x720:rate=30'), ...of('sine=frequency=440')],
  ...['-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac', file],
])
const source = await probe(file)
const plan = planFor(source)
if (!plan) {
  throw new Error('There is nothing to make.')
}
const names = [...plan.rungs.map(({ name }) => name), 'a']
const folderFor = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(root, 'out-'))
  await Promise.all(names.map((name) => mkdir(path.join(folder, name))))

  return folder
}
const timed = async (run: (folder: string) => Promise<unknown>): Promise<number> => {
  const folder = await folderFor()
  const began = performance.now()
  await run(folder)
  const took = performance.now() - began
  await rm(folder, { recursive: true })

  return took
}
const make = (folder: string) => transcode({ duration: source.duration, file, folder, plan })
const [id, tenant] = [newId(), newId()]
const secret = seal({ tenant, value: Buffer.alloc(32, 1).toString('base64url') })
const [bare, made]: [number[], number[]] = [[], []]
for (let time = 0; time < TIMES; time += 1) {
  bare.push(await timed(make))
  made.push(
    await timed(async (folder) => {
      const claimed = {
        id,
        attempts: 1,
        filename: '',
        filesize: 0,
        left: null,
        run: newId(),
        secret,
        tenant,
      }
      const packing = wholeSegments(claimed)
      const shipped = shipping({ folder, names, packing })
      await Promise.race([make(folder), shipped.failed])
      await packing.finish(await shipped.finish())
    }),
  )
}
await storage().deleteFolder(videoFolder({ id, tenant }))
await rm(root, { recursive: true })
process.stdout.write(`${JSON.stringify({ bare: Math.min(...bare), made: Math.min(...made) })}\n`)
