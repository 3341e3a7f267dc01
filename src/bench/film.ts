import { randomBytes } from 'node:crypto'

import { storage } from '@/adapters/storage'
import { videoKey } from '@/domain/media/keys'
import { newId } from '@/newId'
import { seal } from '@/secrets'

/** Bytes of a segment: six seconds of a film at a megabit a second. */
const SEGMENT = 750_000

const SEGMENTS = 20

/*
 * Puts what a film would be made into where a school keeps it, without making one: `{ id, run, sealed }`, and `path`, one of its
 * segments. Takes the school's id.
 */
const tenant = process.argv[2] ?? ''
const [id, run] = [newId(), crypto.randomUUID()]
for (let at = 0; at < SEGMENTS; at += 1) {
  const path = `v720/${String(at).padStart(5, '0')}.ts`
  await storage().put({
    body: randomBytes(SEGMENT),
    contentType: 'video/mp2t',
    key: videoKey({ id, path, run, tenant }),
  })
}
const sealed = seal({ tenant, value: randomBytes(32).toString('base64url') })
process.stdout.write(`${JSON.stringify({ id, path: 'v720/00000.ts', run, sealed })}\n`)
