import { spawn } from 'node:child_process'
import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A process under test; `failed` rejects with its last words when it ends unasked. Without `pid` it could not be begun. */
export type Running = { end: () => Promise<void>; failed: Promise<never>; pid?: number }

/** Milliseconds a process may take to finish what it is at before it is killed. */
const PATIENCE = 10_000

/** Arguments with which Node runs one of `src/commands`. */
export const commandArgs = (name: string): string[] => [
  '--conditions=production',
  '--import',
  'tsx',
  path.resolve('src/commands', `${name}.ts`),
]

/** Starts a process that ends with us, however we end. What it says is kept in `.data/test/<title>.log`. */
export const startProcess = ({
  args,
  env,
  title,
}: {
  args: string[]
  env: NodeJS.ProcessEnv
  title: string
}): Running => {
  const log = path.resolve('.data/test', `${title}.log`)
  mkdirSync(path.dirname(log), { recursive: true })
  rmSync(log, { force: true })
  const child = spawn(
    process.execPath,
    ['--import', path.resolve('scripts/runtime/follow.mjs'), ...args],
    { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  )
  let said = ''
  let isEnding = false
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text: Buffer) => {
      said = `${said}${text.toString()}`.slice(-4000)
      appendFileSync(log, text)
    })
  }
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => resolve(String(signal ?? code)))
  })
  const failed = ended.then(async (how) => {
    // Asked to end, it is no failure: then this never settles.
    await (isEnding && new Promise(() => undefined))
    throw new Error(`The ${title} process ended (${how}):\n${said}`)
  })
  failed.catch(() => undefined)

  return {
    end: async () => {
      isEnding = true
      child.kill('SIGTERM')
      await Promise.race([ended, sleep(PATIENCE, undefined, { ref: false })])
      child.kill('SIGKILL')
      child.unref()
    },
    failed,
    pid: child.pid,
  }
}
