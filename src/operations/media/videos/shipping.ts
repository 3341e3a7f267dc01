import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import type { Segment } from '@/domain/media/playlists'

import { storage } from '@/adapters/storage'
import { VideoFailure } from '@/adapters/transcoding/failure'
import { videoKey } from '@/domain/media/keys'
import { mediaPlaylist, secondsIn, segmentName } from '@/domain/media/playlists'
import { segmentCipher } from '@/operations/media/segmentKey'

import type { Claimed } from './lease'

/** How long segments lie on the disk before they are looked for, in ms. */
const ROUND_MS = 250

const SEGMENT_FILE = /^(\d{5,})\.ts$/

type Given = {
  claimed: Claimed
  folder: string
  names: readonly string[]
  /** Hears how many segments of the first rendition are stored. */
  onStored?: (segments: number) => void
}

/** Puts one object of a run into the storage. Throws VideoFailure `storage`. */
export const ship = async (
  { id, run, tenant }: Pick<Claimed, 'id' | 'run' | 'tenant'>,
  { body, contentType, path: at }: { body: Buffer; contentType: string; path: string },
): Promise<void> => {
  try {
    await storage().put({ body, contentType, key: videoKey({ id, path: at, run, tenant }) })
  } catch (error) {
    throw new VideoFailure('storage', error instanceof Error ? error.message : String(error))
  }
}

/**
 * Encrypts segments and moves them into the storage as soon as each is whole, while ffmpeg goes on: what waits on the disk is a
 * few of them. `finish` moves the rest, and answers what each rendition has.
 */
export const shipping = ({ claimed, folder, names, onStored }: Given) => {
  const cipher = segmentCipher(claimed)
  const bytes = new Map(names.map((name) => [name, new Map<number, number>()]))
  const state = { over: false }

  const round = async (): Promise<void> => {
    for (const name of names) {
      for (const file of (await readdir(path.join(folder, name))).sort()) {
        const [, number] = SEGMENT_FILE.exec(file) ?? []
        if (number === undefined) {
          continue
        }
        const index = Number(number)
        const from = path.join(folder, name, file)
        const body = cipher({ body: await readFile(from), index, rendition: name })
        await ship(claimed, {
          body,
          contentType: 'video/mp2t',
          path: `${name}/${segmentName(index)}`,
        })
        await rm(from)
        bytes.get(name)?.set(index, body.length)
        if (name === names[0]) {
          onStored?.(index + 1)
        }
      }
    }
  }

  /** Goes round until it is told to stop. */
  const running = (async () => {
    while (!state.over) {
      await round()
      await wait(ROUND_MS)
    }
  })()

  return {
    /** Ends with an error as soon as something cannot be stored. */
    failed: new Promise<never>((_resolve, reject) => {
      running.catch(reject)
    }),
    finish: async (): Promise<Map<string, Segment[]>> => {
      state.over = true
      await running
      await round()
      const done = new Map<string, Segment[]>()
      for (const name of names) {
        const playlist = await readFile(path.join(folder, name, 'index.m3u8'), 'utf8')
        const segments = secondsIn(playlist).map((seconds, index) => ({
          bytes: bytes.get(name)?.get(index) ?? 0,
          seconds,
        }))
        await ship(claimed, {
          body: Buffer.from(mediaPlaylist(segments)),
          contentType: 'application/vnd.apple.mpegurl',
          path: `${name}/index.m3u8`,
        })
        done.set(name, segments)
      }

      return done
    },
    stop: async (): Promise<void> => {
      state.over = true
      await running.catch(() => undefined)
    },
  }
}
