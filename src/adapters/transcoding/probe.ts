import { z } from 'zod'

import type { Source } from '@/domain/media/ladder'

import type { Limits } from './tool'

import { failureOf, VideoFailure } from './failure'
import { inputOf } from './input'
import { runTool } from './tool'

const text = z.string().default('')

const shape = z.object({
  format: z.object({ duration: text }).default({ duration: '' }),
  streams: z
    .array(
      z.object({
        avg_frame_rate: text,
        codec_type: text,
        disposition: z.object({ attached_pic: z.number().default(0) }).default({ attached_pic: 0 }),
        duration: text,
        height: z.number().default(0),
        sample_aspect_ratio: text,
        side_data_list: z.array(z.object({ rotation: z.number().optional() })).default([]),
        tags: z.object({ rotate: z.string().optional() }).default({}),
        width: z.number().default(0),
      }),
    )
    .default([]),
})

type Stream = z.output<typeof shape>['streams'][number]

const LIMITS: Limits = { memory: 4 * 1024 ** 3, wall: 60_000, written: 1024 }

/** The largest picture that is taken: 8K, either way up. */
const MOST_PIXELS = 8192 * 8192

/** The longest film that is taken, in seconds: 12 hours. */
const LONGEST = 12 * 3600

const ratio = (said: string): number => {
  const [over = 0, under = 0] = said.split(/[/:]/).map(Number)

  return over > 0 && under > 0 ? over / under : 0
}

const pictureOf = (stream: Stream): NonNullable<Source['picture']> => {
  const turned =
    stream.side_data_list.find(({ rotation }) => rotation !== undefined)?.rotation ??
    Number(stream.tags.rotate ?? 0)
  const width = Math.round(stream.width * (ratio(stream.sample_aspect_ratio) || 1))
  const [w, h] = Math.abs(turned) % 180 === 90 ? [stream.height, width] : [width, stream.height]

  return { frameRate: ratio(stream.avg_frame_rate), height: h, width: w }
}

/** What a file holds, as it is seen: turned and stretched as it says. Throws VideoFailure for one that cannot be played. */
export const probe = async (file: string, signal?: AbortSignal): Promise<Source> => {
  const lines: string[] = []
  const ended = await runTool({
    args: [
      '-v',
      'error',
      ...inputOf(file),
      '-show_format',
      '-show_streams',
      '-print_format',
      'json',
    ],
    limits: LIMITS,
    onLine: (line) => lines.push(line),
    signal,
    tool: 'ffprobe',
  })
  if (ended.code !== 0) {
    const failure = failureOf(ended)
    throw failure.reason === 'unknown' ? new VideoFailure('broken', failure.detail) : failure
  }
  const { format, streams } = shape.parse(JSON.parse(lines.join('\n')))
  const film = streams.find(
    ({ codec_type, disposition }) => codec_type === 'video' && disposition.attached_pic === 0,
  )
  const hasSound = streams.some(({ codec_type }) => codec_type === 'audio')
  const duration = Number(
    format.duration || streams.map((stream) => stream.duration).find(Boolean) || 0,
  )
  if (!film && !hasSound) {
    throw new VideoFailure('noTracks')
  }
  if (!(duration > 0)) {
    throw new VideoFailure('truncated', 'It has no length.')
  }
  if (duration > LONGEST) {
    throw new VideoFailure('tooLong', `${Math.round(duration)} s`)
  }
  const picture = film ? pictureOf(film) : null
  if (
    picture &&
    (picture.width * picture.height > MOST_PIXELS || picture.width < 2 || picture.height < 2)
  ) {
    throw new VideoFailure(
      picture.width < 2 || picture.height < 2 ? 'broken' : 'tooLarge',
      `${picture.width} x ${picture.height}`,
    )
  }

  return { duration, hasSound, picture }
}
