import { createDecipheriv } from 'node:crypto'
import { buffer } from 'node:stream/consumers'

import type { Ladder } from '@/domain/media/videos'

import { storage } from '@/adapters/storage'
import { videoKey } from '@/domain/media/keys'
import { keyIndex, masterPlaylist, ratesOf, secondsIn, segmentName } from '@/domain/media/playlists'
import { segmentKey, videoSecret } from '@/operations/media/segmentKey'

import type { Before, Claimed } from './lease'
import type { Packing } from './packing'

import { ship } from './ship'

/** Something of the run before is not in the storage. */
class Missing extends Error {}

const stored = async ({ id, tenant }: Claimed, run: string, path: string): Promise<Buffer> => {
  const found = await storage().get({ key: videoKey({ id, path, run, tenant }) })
  if (!found) {
    throw new Missing(path)
  }

  return buffer(found.stream)
}

/** Decrypts a segment of the run before. */
const opened = (
  claimed: Claimed,
  { name, body, index, run }: { body: Buffer; index: number; name: string; run: string },
): Buffer => {
  const secret = videoSecret({ sealed: claimed.secret, tenant: claimed.tenant })
  const iv = Buffer.alloc(16)
  iv.writeUInt32BE(index, 12)
  const key = segmentKey({ place: keyIndex(index), rendition: name, run, secret })
  const decipher = createDecipheriv('aes-128-cbc', key, iv)

  return Buffer.concat([decipher.update(body), decipher.final()])
}

type Given = {
  before: Before
  claimed: Claimed
  onProgress: (done: number) => void
  packing: Packing
  signal: AbortSignal
}

const renditions = async ({ before, claimed, onProgress, packing, signal }: Given) => {
  const { ladder, run } = before
  const made = new Map<string, number[]>()
  for (const [place, { name }] of ladder.renditions.entries()) {
    const seconds = secondsIn((await stored(claimed, run, `${name}/index.m3u8`)).toString('utf8'))
    for (const index of seconds.keys()) {
      signal.throwIfAborted()
      const body = await stored(claimed, run, `${name}/${segmentName(index)}`)
      await packing.take({ name, body: opened(claimed, { name, body, index, run }), index })
      onProgress((place + (index + 1) / seconds.length) / ladder.renditions.length / 2)
    }
    made.set(name, seconds)
  }

  return packing.finish(made)
}

const pictures = async ({ before: { ladder, run }, claimed }: Given): Promise<void> => {
  const sheets = ladder.story ? Array.from({ length: ladder.story.sheets }).keys() : []
  const names = ['poster.webp', ...[...sheets].map((sheet) => `story/${sheet}.webp`)]
  for (const path of names) {
    await ship(claimed, { body: await stored(claimed, run, path), contentType: 'image/webp', path })
  }
  if (ladder.story) {
    const body = await stored(claimed, run, 'story.vtt')
    await ship(claimed, { body, contentType: 'text/vtt', path: 'story.vtt' })
  }
}

/**
 * Packs what a run before made in another way, without encoding it again, and stores it as the new run. Null where not all of it is in the
 * storage. Throws VideoFailure.
 */
export const repackage = async (given: Given): Promise<Ladder | null> => {
  const { before, claimed } = given
  try {
    const segments = await renditions(given)
    await pictures(given)
    const ladder: Ladder = {
      ...before.ladder,
      renditions: before.ladder.renditions.map((one) => ({
        ...one,
        ...ratesOf(segments.get(one.name) ?? []),
      })),
    }
    await ship(claimed, {
      body: Buffer.from(masterPlaylist(ladder)),
      contentType: 'application/vnd.apple.mpegurl',
      path: 'master.m3u8',
    })

    return ladder
  } catch (error) {
    if (error instanceof Missing) {
      return null
    }
    throw error
  }
}
