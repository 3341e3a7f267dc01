import { mkdir } from 'node:fs/promises'
import path from 'node:path'

import type { Plan } from '@/domain/media/ladder'

import { ladderArguments, WAVE_RATE } from './arguments'
import { failureOf } from './failure'
import { runTool } from './tool'
import { waveform } from './waveform'

type Given = {
  duration: number
  file: string
  /** An empty folder, which it fills: a folder for each rendition, `poster.webp`, `story/0.webp` … */
  folder: string
  /** Hears how much is done, 0 to 1. */
  onProgress?: (done: number) => void
  plan: Plan
  signal?: AbortSignal
}

/** The least time that a film is given, and how many times its length, in ms. */
const LEAST_MS = 10 * 60_000
const TIMES = 30

/** No segment and no sheet comes near it. */
const LARGEST_FILE = 512 * 1024 ** 2

const MEMORY = 8 * 1024 ** 3

/**
 * Makes all of a plan with one run of ffmpeg. A file is whole once it bears its name. Answers the loudness of sound alone, in 800
 * steps from 0 to 100, null for a film. Throws VideoFailure.
 */
export const transcode = async (given: Given): Promise<null | number[]> => {
  const { duration, file, folder, onProgress, plan, signal } = given
  const names = [
    ...plan.rungs.map(({ name }) => name),
    ...(plan.hasSound ? ['a'] : []),
    ...(plan.story ? ['story'] : []),
  ]
  await Promise.all(names.map((name) => mkdir(path.join(folder, name), { recursive: true })))
  const wave = plan.rungs.length === 0 ? waveform(duration * WAVE_RATE) : null
  const wall = Math.max(LEAST_MS, duration * 1000 * TIMES)
  const began = Date.now()
  const ended = await runTool({
    args: ladderArguments({ file, folder, plan }),
    limits: { memory: MEMORY, wall, written: LARGEST_FILE },
    onLine: (line) => {
      const [, micros] = /^out_time_us=(\d+)$/.exec(line) ?? []
      if (micros) {
        onProgress?.(Math.min(1, Number(micros) / 1e6 / duration))
      }
    },
    onSound: (stream) => stream.on('data', (part: Buffer) => wave?.add(part)),
    signal,
    tool: 'ffmpeg',
  })
  signal?.throwIfAborted()
  if (ended.code !== 0) {
    throw failureOf(ended, Date.now() - began >= wall)
  }

  return wave?.steps() ?? null
}
