import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { ContentKey } from '@/domain/media/protection'

import { fairplayUri } from '@/domain/media/protection'

import { failureOf } from './failure'
import { answers, runTool } from './tool'

/** The programs that the package brings, by system and processor. */
const PROGRAMS: Partial<Record<string, string>> = {
  'darwin-arm64': 'packager-osx-arm64',
  'darwin-x64': 'packager-osx-x64',
  'linux-arm64': 'packager-linux-arm64',
  'linux-x64': 'packager-linux-x64',
}

const program = (): null | string => {
  const name = PROGRAMS[`${process.platform}-${process.arch}`]

  return name ? path.join(process.cwd(), 'node_modules/shaka-packager/bin', name) : null
}

/** Whether films can be protected on this machine. */
export const hasPackager = async (): Promise<boolean> => {
  const tool = program()

  return tool !== null && answers({ args: ['--version'], tool }).catch(() => false)
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Its settings. They hold the key, and are read from a file so that no list of processes shows it. */
const flags = ({ id, iv, key }: ContentKey, seconds: number): string =>
  [
    '--quiet',
    '--enable_raw_key_encryption',
    `--keys=label=:key_id=${hex(id)}:key=${hex(key)}`,
    `--iv=${hex(iv)}`,
    '--protection_scheme=cbcs',
    // The common box is what Clear Key reads.
    '--protection_systems=Widevine,PlayReady,FairPlay,CommonSystem',
    '--clear_lead=0',
    `--segment_duration=${seconds}`,
    '--start_segment_number=0',
    '--hls_playlist_type=VOD',
    `--hls_key_uri=${fairplayUri(id)}`,
    '',
  ].join('\n')

type Given = {
  /** A rendition as one MPEG transport stream. */
  file: string
  /** Which it fills: `init.mp4`, `00000.m4s` …, `index.m3u8`. */
  folder: string
  key: ContentKey
  kind: 'audio' | 'video'
  /** The length of its segments, in seconds. */
  segment: number
  signal?: AbortSignal
}

const WALL_MS = 2 * 60 * 60_000
const MEMORY = 4 * 1024 ** 3
const LARGEST_FILE = 512 * 1024 ** 2

/** Puts a rendition into CMAF segments encrypted by `cbcs` (ISO/IEC 23001-7), as Widevine, PlayReady, FairPlay and Clear Key play them. Throws VideoFailure. */
export const packageRendition = async ({
  file,
  folder,
  key,
  kind,
  segment,
  signal,
}: Given): Promise<void> => {
  await mkdir(folder, { recursive: true })
  const settings = path.join(folder, 'settings')
  await writeFile(settings, flags(key, segment), { mode: 0o600 })
  const began = Date.now()
  const ended = await runTool({
    args: [
      `--flagfile=${settings}`,
      `in=${file},stream=${kind},init_segment=${folder}/init.mp4,segment_template=${folder}/$Number%05d$.m4s,playlist_name=index.m3u8`,
      `--hls_master_playlist_output=${folder}/master.m3u8`,
    ],
    limits: { memory: MEMORY, wall: WALL_MS, written: LARGEST_FILE },
    signal,
    tool: program() ?? 'packager',
  })
  signal?.throwIfAborted()
  if (ended.code !== 0) {
    throw failureOf(ended, Date.now() - began >= WALL_MS)
  }
}
