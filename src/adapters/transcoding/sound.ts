import { readFile } from 'node:fs/promises'

import { VideoFailure } from './failure'
import { inputOf } from './input'
import { runTool } from './tool'

/** Seconds `begin` to `end` of what is heard in a file, as small as speech allows: mono, 16 kHz, 48 kbit/s. Throws VideoFailure. */
export const soundOf = async ({
  begin,
  end,
  file,
  out,
  signal,
}: {
  begin: number
  end: number
  file: string
  /** A file of one's own, which is written. */
  out: string
  signal: AbortSignal
}): Promise<Buffer> => {
  const { code, text } = await runTool({
    args: [
      ...['-v', 'error', '-nostdin', '-y', '-ss', String(begin), ...inputOf(file)],
      ...['-t', String(end - begin), '-vn', '-ac', '1', '-ar', '16000'],
      ...['-c:a', 'libmp3lame', '-b:a', '48k', '-f', 'mp3', out],
    ],
    limits: { memory: 4 * 1024 ** 3, wall: 30 * 60_000, written: 64 * 1024 ** 2 },
    signal,
    tool: 'ffmpeg',
  })
  signal.throwIfAborted()
  if (code !== 0) {
    throw new VideoFailure('broken', text.slice(-300))
  }

  return readFile(out)
}
