import type { Plan, Rung } from '@/domain/media/ladder'

import { SOUND_RATE } from '@/domain/media/ladder'

import { inputOf } from './input'

/** Samples of the waveform: 8-bit, one channel, so many a second, on `pipe:3`. */
export const WAVE_RATE = 4000

const chain = (plan: Plan): string => {
  const { frameRate, hasSound, posterAt, rungs, story } = plan
  const parts: string[] = []
  if (rungs.length > 0) {
    const uses = [...rungs.map(({ name }) => name), 'poster', ...(story ? ['story'] : [])]
    parts.push(
      `[0:v:0]fps=${frameRate},format=yuv420p,split=${uses.length}${uses.map((name) => `[in_${name}]`).join('')}`,
      ...rungs.map(
        ({ name, height, width }) =>
          `[in_${name}]scale=${width}:${height}:flags=bicubic,setsar=1[${name}]`,
      ),
      `[in_poster]select='gte(t,${posterAt.toFixed(3)})',scale='min(960,iw)':-2,setsar=1[poster]`,
    )
    if (story) {
      const { columns, height, interval, rows, width } = story
      parts.push(
        `[in_story]fps=1/${interval}:round=up,scale=${width}:${height},setsar=1,tile=${columns}x${rows}[story]`,
      )
    }
  }
  if (hasSound) {
    const wave = rungs.length === 0
    parts.push(
      `[0:a:0]aresample=async=1:first_pts=0,loudnorm=I=-16:TP=-1.5:LRA=11,aresample=48000${wave ? ',asplit=2[sound][wave]' : '[sound]'}`,
    )
  }

  return parts.join(';')
}

const encoded = ({ level, peak, profile }: Rung, index: number): string[] => [
  `-profile:v:${index}`,
  profile,
  `-level:v:${index}`,
  (level / 10).toFixed(1),
  `-maxrate:v:${index}`,
  String(peak),
  `-bufsize:v:${index}`,
  String(peak * 2),
]

/** The numbers of ffmpeg that make all of a plan in one run, from `file` into the folder it runs in. */
export const ladderArguments = ({
  file,
  folder,
  plan,
}: {
  file: string
  folder: string
  plan: Plan
}): string[] => {
  const { hasSound, rungs, segment, story } = plan
  const streams = [
    ...rungs.map(({ name }, index) => `v:${index},name:${name}${hasSound ? ',agroup:sound' : ''}`),
    ...(hasSound ? [`a:0,name:a${rungs.length > 0 ? ',agroup:sound' : ''}`] : []),
  ]
  const pictures = (quality: number) => [
    '-c:v',
    'libwebp',
    '-quality',
    String(quality),
    '-f',
    'image2',
  ]

  return [
    '-v',
    'error',
    '-nostdin',
    '-y',
    '-progress',
    'pipe:1',
    '-stats_period',
    '0.5',
    ...inputOf(file),
    '-filter_complex',
    chain(plan),
    ...rungs.flatMap(({ name }) => ['-map', `[${name}]`]),
    ...(hasSound ? ['-map', '[sound]'] : []),
    ...(rungs.length > 0
      ? [
          '-c:v',
          'libx264',
          '-preset',
          'veryfast',
          '-crf',
          '23',
          '-sc_threshold',
          '0',
          '-force_key_frames',
          `expr:gte(t,n_forced*${segment})`,
          ...rungs.flatMap(encoded),
        ]
      : []),
    ...(hasSound ? ['-c:a', 'aac', '-b:a', String(SOUND_RATE), '-ac', '2'] : []),
    '-map_metadata',
    '-1',
    '-f',
    'hls',
    '-hls_time',
    String(segment),
    '-hls_list_size',
    '0',
    '-hls_playlist_type',
    'vod',
    '-hls_flags',
    'independent_segments+temp_file',
    '-hls_segment_filename',
    `${folder}/%v/%05d.ts`,
    '-var_stream_map',
    streams.join(' '),
    `${folder}/%v/index.m3u8`,
    ...(rungs.length > 0
      ? [
          '-map',
          '[poster]',
          '-frames:v',
          '1',
          ...pictures(60),
          '-update',
          '1',
          `${folder}/poster.webp`,
        ]
      : []),
    ...(story
      ? ['-map', '[story]', ...pictures(72), '-start_number', '0', `${folder}/story/%d.webp`]
      : []),
    ...(hasSound && rungs.length === 0
      ? ['-map', '[wave]', '-ac', '1', '-ar', String(WAVE_RATE), '-f', 'u8', 'pipe:3']
      : []),
  ]
}
