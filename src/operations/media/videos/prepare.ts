import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { Plan, Source } from '@/domain/media/ladder'
import type { Segment } from '@/domain/media/playlists'
import type { Ladder, Rendition } from '@/domain/media/videos'

import { storage } from '@/adapters/storage'
import { VideoFailure } from '@/adapters/transcoding/failure'
import { probe } from '@/adapters/transcoding/probe'
import { transcode } from '@/adapters/transcoding/transcode'
import { videoFolder } from '@/domain/media/keys'
import { codecsOf, planFor, SOUND_CODECS } from '@/domain/media/ladder'
import { masterPlaylist, ratesOf, storyText } from '@/domain/media/playlists'

import type { Claimed } from './lease'

import { complete } from './lease'
import { originalOf } from './original'
import { protectedSegments, wholeSegments } from './packing'
import { repackage } from './repackage'
import { ship } from './ship'
import { shipping } from './shipping'

type Given = { claimed: Claimed; onProgress: (done: number) => void; signal: AbortSignal }

/** The part of a film's length that may be missing at its end, before it counts as cut off. */
const MOST_MISSING = 0.1

/** Takes the folder of a run out of the storage. */
export const dropRun = ({ id, run, tenant }: Pick<Claimed, 'id' | 'run' | 'tenant'>): Promise<void> =>
  storage().deleteFolder(`${videoFolder({ id, tenant })}/${run}`)

const renditionsOf = (plan: Plan, segments: Map<string, Segment[]>): Rendition[] => [
  ...plan.rungs.map((rung) => ({
    ...ratesOf(segments.get(rung.name) ?? []),
    name: rung.name,
    codecs: codecsOf(rung),
    height: rung.height,
    kind: 'video' as const,
    width: rung.width,
  })),
  ...(plan.hasSound
    ? [
        {
          ...ratesOf(segments.get('a') ?? []),
          name: 'a',
          codecs: SOUND_CODECS,
          kind: 'audio' as const,
        },
      ]
    : []),
]

/** A file that ends before it says it does. */
const requireWhole = ({ duration }: Source, segments: Map<string, Segment[]>): void => {
  const longest = Math.max(
    ...[...segments.values()].map((each) => each.reduce((sum, { seconds }) => sum + seconds, 0)),
  )
  if (longest < duration * (1 - MOST_MISSING) - 1) {
    throw new VideoFailure('truncated', `${Math.round(longest)} s of ${Math.round(duration)} s`)
  }
}

const shipPictures = async (claimed: Claimed, folder: string, plan: Plan, duration: number) => {
  const picture = async (name: string) =>
    ship(claimed, {
      body: await readFile(path.join(folder, name)),
      contentType: 'image/webp',
      path: name,
    })
  if (plan.rungs.length > 0) {
    await picture('poster.webp')
  }
  if (!plan.story) {
    return null
  }
  const sheets = (await readdir(path.join(folder, 'story'))).filter((name) =>
    /^\d+\.webp$/.test(name),
  )
  for (const name of sheets) {
    await picture(`story/${name}`)
  }
  const story = { ...plan.story, sheets: sheets.length }
  const most = story.columns * story.rows * sheets.length * story.interval
  await ship(claimed, {
    body: Buffer.from(storyText({ duration: Math.min(duration, most), story })),
    contentType: 'text/vtt',
    path: 'story.vtt',
  })

  return story
}

/** Makes the run the one that counts, and takes away what counted before. */
const finish = async (
  { claimed, signal }: Given,
  made: Parameters<typeof complete>[1],
): Promise<void> => {
  signal.throwIfAborted()
  const done = await complete(claimed, made)
  if (!done) {
    throw new VideoFailure('interrupted')
  }
  if (done.before && done.before !== claimed.run) {
    await dropRun({ ...claimed, run: done.before })
  }
}

const make = async (given: Given, folder: string): Promise<void> => {
  const { claimed, onProgress, signal } = given
  const file = await originalOf(claimed, folder, signal)
  const source = await probe(file, signal)
  const plan = planFor(source)
  if (!plan) {
    throw new VideoFailure('noTracks')
  }
  const out = path.join(folder, 'out')
  const names = [...plan.rungs.map(({ name }) => name), ...(plan.hasSound ? ['a'] : [])]
  await Promise.all(names.map((name) => mkdir(path.join(out, name), { recursive: true })))
  const halt = new AbortController()
  // ffmpeg says nothing of its progress before the first sheet of the storyboard: till then segments tell.
  const state = { done: 0 }
  const reach = (done: number) => {
    state.done = Math.max(state.done, Math.min(1, done))
    onProgress(state.done)
  }
  const isProtected = claimed.isProtected && source.picture !== null
  const packing = isProtected
    ? protectedSegments(claimed, { folder: gatheredIn(folder), segment: plan.segment, signal })
    : wholeSegments(claimed)
  const shipped = shipping({
    folder: out,
    names,
    onTaken: (segments) => reach((segments * plan.segment) / source.duration),
    packing,
  })
  try {
    const working = transcode({
      duration: source.duration,
      file,
      folder: out,
      onProgress: reach,
      plan,
      signal: AbortSignal.any([signal, halt.signal]),
    })
    const wave = await Promise.race([working, shipped.failed]).catch(async (error: unknown) => {
      halt.abort()
      await working.catch(() => undefined)
      throw error
    })
    const segments = await packing.finish(await shipped.finish())
    requireWhole(source, segments)
    const story = await shipPictures(claimed, out, plan, source.duration)
    if (wave) {
      await ship(claimed, {
        body: Buffer.from(JSON.stringify(wave)),
        contentType: 'application/json',
        path: 'waveform.json',
      })
    }
    const ladder: Ladder = {
      renditions: renditionsOf(plan, segments),
      segment: plan.segment,
      story,
      waveform: wave !== null,
    }
    await ship(claimed, {
      body: Buffer.from(masterPlaylist(ladder)),
      contentType: 'application/vnd.apple.mpegurl',
      path: 'master.m3u8',
    })
    await finish(given, { ...source, isProtected, ladder })
  } finally {
    await shipped.stop()
  }
}

/** Where segments gather that are to be packaged. */
const gatheredIn = (folder: string): string => path.join(folder, 'gathered')

/** Protects a film that is ready without making its sizes anew; false where that cannot be. */
const protect = async (given: Given, folder: string): Promise<boolean> => {
  const { claimed, onProgress, signal } = given
  const { before, isProtected } = claimed
  if (!before?.picture || before.isProtected || !isProtected) {
    return false
  }
  const gathered = gatheredIn(folder)
  const packing = protectedSegments(claimed, {
    folder: gathered,
    segment: before.ladder.segment,
    signal,
  })
  const ladder = await repackage({ before, claimed, onProgress, packing, signal })
  if (!ladder) {
    await rm(gathered, { force: true, recursive: true })
    await dropRun(claimed)

    return false
  }
  const { duration, hasSound, picture } = before
  await finish(given, { duration, hasSound, isProtected, ladder, picture })

  return true
}

/**
 * Makes of a file all that is watched of it, stores it encrypted in the folder of its run, and has that run count. Nothing of
 * a run that fails, or is lost to somebody else, stays. Throws VideoFailure, or what `signal` was aborted with.
 */
export const prepare = async (given: Given): Promise<void> => {
  const { claimed } = given
  const folder = path.join(tmpdir(), 'lectern-videos', claimed.id)
  await rm(folder, { force: true, recursive: true })
  await mkdir(folder, { recursive: true })
  try {
    if (claimed.left) {
      await dropRun({ ...claimed, run: claimed.left }).catch(() => undefined)
    }
    if (!(await protect(given, folder))) {
      await make(given, folder)
    }
  } catch (error) {
    await dropRun(claimed).catch(() => undefined)
    throw error
  } finally {
    await rm(folder, { force: true, recursive: true })
  }
}
