import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { secondsIn } from '@/domain/media/playlists'

import type { Packing } from './packing'

/** How long segments lie on the disk before they are looked for, in ms. */
const ROUND_MS = 250

const SEGMENT_FILE = /^(\d{5,})\.ts$/

type Given = {
  folder: string
  names: readonly string[]
  /** Hears how many segments of the first rendition are taken. */
  onTaken?: (segments: number) => void
  packing: Packing
}

/**
 * Hands segments on as soon as each is whole, while ffmpeg goes on: what waits on the disk is a few of them. `finish` hands on
 * the rest, and answers the seconds of what each rendition has.
 */
export const shipping = ({ folder, names, onTaken, packing }: Given) => {
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
        await packing.take({ name, body: await readFile(from), index })
        await rm(from)
        if (name === names[0]) {
          onTaken?.(index + 1)
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
    /** Ends with an error as soon as something cannot be handed on. */
    failed: new Promise<never>((_resolve, reject) => {
      running.catch(reject)
    }),
    finish: async (): Promise<Map<string, number[]>> => {
      state.over = true
      await running
      await round()
      const done = new Map<string, number[]>()
      for (const name of names) {
        const playlist = await readFile(path.join(folder, name, 'index.m3u8'), 'utf8')
        done.set(name, secondsIn(playlist))
      }

      return done
    },
    stop: async (): Promise<void> => {
      state.over = true
      await running.catch(() => undefined)
    },
  }
}
