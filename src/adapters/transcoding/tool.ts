import type { ChildProcess } from 'node:child_process'
import type { Readable } from 'node:stream'

import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** How a tool ended: `text` is what it said last on its error output. */
export type Ended = { code: null | number; signal: NodeJS.Signals | null; text: string }

export type Limits = {
  /** Bytes of address space. */
  memory: number
  /** Milliseconds after which it is killed. */
  wall: number
  /** Bytes of one file that it writes. */
  written: number
}

type Run = {
  args: readonly string[]
  limits: Limits
  /** Hears each line of its output. */
  onLine?: (line: string) => void
  /** Takes what it writes to `pipe:3`. */
  onSound?: (stream: Readable) => void
  signal?: AbortSignal
  /** `ffmpeg`, `ffprobe`, or where another program lies. */
  tool: string
}

/** How much is kept of what a tool says. */
const KEPT = 4000

/**
 * Sets the limits, then becomes the tool, after everything else on the machine. Where there is `setpriv`, the tool dies with the
 * process that started it, even when that is killed.
 */
const SCRIPT = `ulimit -v "$1" 2>/dev/null; ulimit -f "$2"; ulimit -c 0; shift 2
works() { "$@" true >/dev/null 2>&1; }
works ionice -c 3 && set -- ionice -c 3 "$@"
works setpriv --pdeathsig KILL && set -- setpriv --pdeathsig KILL "$@"
exec nice -n 15 "$@"`

/** Blocks in which shells count what a file may take. */
const BLOCK = 512

const begin = ({ args, limits: { memory, written }, tool }: Run): ChildProcess =>
  spawn(
    'sh',
    [
      '-c',
      SCRIPT,
      'sh',
      String(Math.ceil(memory / 1024)),
      String(Math.ceil(written / BLOCK)),
      tool,
      ...args,
    ],
    // It is told nothing of this process: no secret of its environment reaches it.
    {
      env: { LC_ALL: 'C', NODE_ENV: 'production', PATH: PATHS },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    },
  )

const PATHS = '/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin'

/** Runs a tool to its end. It is killed when `signal` aborts, or its time is over: `code` is null then. */
export const runTool = (run: Run): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = begin(run)
    const end = () => void child.kill('SIGKILL')
    const clock = setTimeout(end, run.limits.wall)
    run.signal?.addEventListener('abort', end, { once: true })
    if (run.signal?.aborted) {
      end()
    }
    let text = ''
    child.stderr?.setEncoding('utf8').on('data', (part: string) => {
      text = (text + part).slice(-KEPT)
    })
    if (child.stdout) {
      createInterface({ input: child.stdout }).on('line', (line) => run.onLine?.(line))
    }
    const sound = child.stdio[3] as Readable
    if (run.onSound) {
      run.onSound(sound)
    } else {
      sound.resume()
    }
    const settled = () => {
      clearTimeout(clock)
      run.signal?.removeEventListener('abort', end)
    }
    child.on('error', (error) => {
      settled()
      reject(error)
    })
    child.on('close', (code, signal) => {
      settled()
      resolve({ code, signal, text })
    })
  })

const QUICK: Limits = { memory: 4 * 1024 ** 3, wall: 10_000, written: 1024 }

/** Whether a tool is there, and answers what it is asked. */
export const answers = async (asked: Pick<Run, 'args' | 'tool'>): Promise<boolean> =>
  (await runTool({ ...asked, limits: QUICK })).code === 0

/** Whether ffmpeg and ffprobe are on this machine. */
export const hasFfmpeg = async (): Promise<boolean> =>
  (await answers({ args: ['-version'], tool: 'ffmpeg' })) &&
  (await answers({ args: ['-version'], tool: 'ffprobe' }))
