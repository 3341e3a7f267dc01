import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

type Clip = {
  /** Pictures a second; `variable` drops some of them at random. */
  rate?: number | 'variable'
  /** Degrees that players turn it by. */
  rotate?: number
  seconds?: number
  /** `320x180`; without one there is only sound. */
  size?: null | string
  sound?: boolean
  /** mp4, webm, mp3, m4a. */
  type?: string
}

const codecs = (type: string): string[] =>
  type === 'webm'
    ? ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-c:a', 'libvorbis', '-ac', '2']
    : ['-c:v', 'libx264', '-preset', 'ultrafast', ...(type === 'mp3' ? [] : ['-c:a', 'aac'])]

/** Makes a clip: a test picture and a tone. */
export const clip = async ({
  type = 'mp4',
  rate = 25,
  rotate,
  seconds = 4,
  size = '320x180',
  sound = true,
}: Clip = {}): Promise<Buffer> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-clip-'))
  const [plain, file] = [path.join(folder, `plain.${type}`), path.join(folder, `clip.${type}`)]
  const tool = (...args: string[]) => run('ffmpeg', ['-v', 'error', '-y', ...args])
  try {
    await tool(
      ...(size
        ? [
            '-f',
            'lavfi',
            '-i',
            `testsrc2=size=${size}:rate=${rate === 'variable' ? 25 : rate}:duration=${seconds}`,
          ]
        : []),
      ...(sound
        ? ['-f', 'lavfi', '-i', `sine=frequency=440:sample_rate=44100:duration=${seconds}`]
        : []),
      ...(rate === 'variable' ? ['-vf', `select='not(mod(floor(n*n/7),3))'`, '-vsync', 'vfr'] : []),
      ...codecs(type),
      ...(type === 'mp4' ? ['-movflags', '+faststart'] : []),
      plain,
    )
    if (rotate === undefined) {
      return await readFile(plain)
    }
    await tool('-i', plain, '-c', 'copy', '-metadata:s:v:0', `rotate=${rotate}`, file)

    return await readFile(file)
  } finally {
    await rm(folder, { force: true, recursive: true })
  }
}
