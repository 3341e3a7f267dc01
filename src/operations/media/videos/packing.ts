import { appendFile, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'

import type { Segment } from '@/domain/media/playlists'

import { VideoFailure } from '@/adapters/transcoding/failure'
import { packageRendition } from '@/adapters/transcoding/packager'
import { mediaPlaylist, secondsIn, segmentName } from '@/domain/media/playlists'
import { HEAD_NAME, fragmentName, protectedPlaylist } from '@/domain/media/protection'
import { contentKey } from '@/operations/media/contentKey'
import { segmentCipher, videoSecret } from '@/operations/media/segmentKey'

import type { Claimed } from './lease'

import { ship } from './ship'

/** A segment as ffmpeg made it, by the rendition's name and its number in it. */
type Made = { body: Buffer; index: number; name: string }

/** What becomes of segments on their way into the storage. Throws VideoFailure. */
export type Packing = {
  /** Is given the seconds of each rendition's segments once all are there, and answers what is stored of each. */
  finish: (made: Map<string, number[]>) => Promise<Map<string, Segment[]>>
  /** Is given the segments of each rendition in their order. */
  take: (made: Made) => Promise<void>
}

const PLAYLIST = 'application/vnd.apple.mpegurl'

/** Each segment is encrypted whole, and stored at once. */
export const wholeSegments = (claimed: Pick<Claimed, 'id' | 'run' | 'secret' | 'tenant'>): Packing => {
  const cipher = segmentCipher(claimed)
  const bytes = new Map<string, number[]>()

  return {
    finish: async (made) => {
      const done = new Map<string, Segment[]>()
      for (const [name, lengths] of made) {
        const segments = lengths.map((seconds, index) => ({
          bytes: bytes.get(name)?.[index] ?? 0,
          seconds,
        }))
        await ship(claimed, {
          body: Buffer.from(mediaPlaylist(segments)),
          contentType: PLAYLIST,
          path: `${name}/index.m3u8`,
        })
        done.set(name, segments)
      }

      return done
    },
    take: async ({ name, body, index }) => {
      const sealed = cipher({ body, index, rendition: name })
      await ship(claimed, {
        body: sealed,
        contentType: 'video/mp2t',
        path: `${name}/${segmentName(index)}`,
      })
      const known = bytes.get(name) ?? []
      known[index] = sealed.length
      bytes.set(name, known)
    },
  }
}

const onDisk = async <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    const said = error instanceof Error ? error.message : String(error)
    throw new VideoFailure(said.includes('ENOSPC') ? 'noSpace' : 'unknown', said)
  })

/** Segments gather in `folder`; once all are there, each rendition is packaged anew, encrypted for players with DRM, and stored. */
export const protectedSegments = (
  claimed: Claimed,
  { folder, segment, signal }: { folder: string; segment: number; signal: AbortSignal },
): Packing => {
  const key = contentKey({ run: claimed.run, secret: videoSecret({ ...claimed, sealed: claimed.secret }) })
  const gathered = (name: string) => path.join(folder, `${name}.ts`)

  const packaged = async (name: string): Promise<Segment[]> => {
    const out = path.join(folder, name)
    await packageRendition({
      file: gathered(name),
      folder: out,
      key,
      kind: name === 'a' ? 'audio' : 'video',
      segment,
      signal,
    })
    await rm(gathered(name))
    const playlist = await readFile(path.join(out, 'index.m3u8'), 'utf8')
    const lengths = secondsIn(playlist)
    const files = (await readdir(out)).filter((file) => file.endsWith('.m4s'))
    if (files.length !== lengths.length) {
      throw new VideoFailure('unknown', `${files.length} segments, ${lengths.length} listed`)
    }
    const put = async (file: string) => {
      const body = await readFile(path.join(out, file))
      await ship(claimed, { body, contentType: 'video/mp4', path: `${name}/${file}` })

      return body.length
    }
    await put(HEAD_NAME)
    const segments: Segment[] = []
    for (const [index, seconds] of lengths.entries()) {
      signal.throwIfAborted()
      segments.push({ bytes: await put(fragmentName(index)), seconds })
    }
    await ship(claimed, {
      body: Buffer.from(protectedPlaylist(playlist, key.id)),
      contentType: PLAYLIST,
      path: `${name}/index.m3u8`,
    })
    await rm(out, { recursive: true })

    return segments
  }

  return {
    finish: async (made) => {
      const done = new Map<string, Segment[]>()
      for (const name of made.keys()) {
        done.set(name, await packaged(name))
      }

      return done
    },
    take: async ({ name, body }) => {
      await onDisk(mkdir(folder, { recursive: true }))
      await onDisk(appendFile(gathered(name), body))
    },
  }
}
