import type { Ladder, Rendition } from './videos'

/** Segments that share a key: two minutes of a film. */
const KEY_EVERY = 20

export type Segment = { bytes: number; seconds: number }

/** How a segment is called, by its number from 0. */
export const segmentName = (index: number): string => `${String(index).padStart(5, '0')}.ts`

/** Which key opens a segment. */
export const keyIndex = (index: number): number => Math.floor(index / KEY_EVERY)

/**
 * The playlist of a rendition (RFC 8216, 4.3.3). Every segment is encrypted whole with AES-128, its number being the
 * initialisation vector; keys and segments stand beside the playlist.
 */
export const mediaPlaylist = (segments: readonly Segment[]): string =>
  [
    '#EXTM3U',
    '#EXT-X-VERSION:6',
    `#EXT-X-TARGETDURATION:${Math.max(1, ...segments.map(({ seconds }) => Math.round(seconds)))}`,
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    ...segments.flatMap(({ seconds }, index) => [
      ...(index % KEY_EVERY === 0
        ? [`#EXT-X-KEY:METHOD=AES-128,URI="key/${keyIndex(index)}"`]
        : []),
      `#EXTINF:${seconds.toFixed(6)},`,
      segmentName(index),
    ]),
    '#EXT-X-ENDLIST',
    '',
  ].join('\n')

/** The seconds of each segment, as ffmpeg wrote them into its playlist. */
export const secondsIn = (playlist: string): number[] =>
  [...playlist.matchAll(/^#EXTINF:([\d.]+)/gm)].map(([, seconds]) => Number(seconds))

/** What a rendition asks of a connection: bits a second at its worst and on average. */
export const ratesOf = (
  segments: readonly Segment[],
): Pick<Rendition, 'averageBandwidth' | 'bandwidth' | 'bytes'> => {
  const bytes = segments.reduce((sum, segment) => sum + segment.bytes, 0)
  const seconds = segments.reduce((sum, segment) => sum + segment.seconds, 0)
  const rates = segments
    .filter((segment) => segment.seconds > 0.5)
    .map((segment) => (segment.bytes * 8) / segment.seconds)
  const average = seconds > 0 ? (bytes * 8) / seconds : 0

  return {
    averageBandwidth: Math.ceil(average),
    bandwidth: Math.ceil(Math.max(average, ...rates)),
    bytes,
  }
}

const SOUND_GROUP = 'sound'

/** The playlist of playlists: every size with the sound beside it, and the sound alone for the slowest connection. */
export const masterPlaylist = ({ renditions }: Pick<Ladder, 'renditions'>): string => {
  const sound = renditions.find(({ kind }) => kind === 'audio')
  const pictures = renditions.filter(({ kind }) => kind === 'video')
  const withSound = (rate: 'averageBandwidth' | 'bandwidth', one: Rendition) =>
    one[rate] + (one === sound ? 0 : (sound?.[rate] ?? 0))
  const stream = (one: Rendition) => [
    `#EXT-X-STREAM-INF:${[
      `BANDWIDTH=${withSound('bandwidth', one)}`,
      `AVERAGE-BANDWIDTH=${withSound('averageBandwidth', one)}`,
      `CODECS="${[one.codecs, ...(sound && one !== sound ? [sound.codecs] : [])].join(',')}"`,
      ...(one.width && one.height ? [`RESOLUTION=${one.width}x${one.height}`] : []),
      ...(sound && pictures.length > 0 ? [`AUDIO="${SOUND_GROUP}"`] : []),
    ].join(',')}`,
    `${one.name}/index.m3u8`,
  ]

  return [
    '#EXTM3U',
    '#EXT-X-VERSION:6',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    ...(sound && pictures.length > 0
      ? [
          `#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="${SOUND_GROUP}",NAME="Sound",DEFAULT=YES,AUTOSELECT=YES,URI="${sound.name}/index.m3u8"`,
        ]
      : []),
    ...[...pictures, ...(sound ? [sound] : [])].flatMap(stream),
    '',
  ].join('\n')
}

const clock = (seconds: number): string => {
  const part = (value: number, length = 2) => String(Math.floor(value)).padStart(length, '0')

  return `${part(seconds / 3600)}:${part((seconds / 60) % 60)}:${part(seconds % 60)}.${part((seconds * 1000) % 1000, 3)}`
}

/** The storyboard as players read it: for each stretch of the film, a part of a sheet. */
export const storyText = ({
  duration,
  story: { columns, height, interval, rows, width },
}: {
  duration: number
  story: NonNullable<Ladder['story']>
}): string => {
  const each = columns * rows
  const cues = Array.from({ length: Math.max(1, Math.ceil(duration / interval)) }, (_, index) => {
    const [place, from] = [index % each, index * interval]
    const at = `${(place % columns) * width},${Math.floor(place / columns) * height}`

    return `${clock(from)} --> ${clock(Math.min(from + interval, Math.max(duration, from + 0.001)))}\nstory/${Math.floor(index / each)}.webp#xywh=${at},${width},${height}\n`
  })

  return `WEBVTT\n\n${cues.join('\n')}`
}
