import type { ChildProcess } from 'node:child_process'

import { spawn } from 'node:child_process'
import http from 'node:http'
import net from 'node:net'
import os from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

import { env } from '@/env'

/** Milliseconds for which nobody needs it after which it ends. */
const IDLE = 15 * 60_000

/** Milliseconds that it may take to answer. */
const PATIENCE = 60_000

/** Milliseconds until it is begun again where it ended by itself. */
const PAUSE = 30_000

/** Milliseconds between two looks at whether it still answers, and of how many without an answer it is ended. */
const LOOK = 5000
const MOST_UNANSWERED = 3

/** Megabytes of objects that it may hold. */
const MEMORY = 768

/** By how much the others on the machine come first, among processes that want to run. */
const NICENESS = 5

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** The status that it answers with when it is asked how it is; null where it does not answer in five seconds. */
const statusOf = (port: number): Promise<null | number> =>
  new Promise((resolve) => {
    const asked = http.get(
      {
        agent: false,
        headers: { host: env().ROOT_DOMAIN },
        host: '127.0.0.1',
        path: '/api/health',
        port,
        timeout: 5000,
      },
      (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? null)
      },
    )
    asked.on('timeout', () => asked.destroy())
    asked.on('error', () => resolve(null))
  })

/** Ends a process that answers nothing any more, so that nobody waits for it. */
const watch = async (child: ChildProcess, port: number): Promise<void> => {
  for (let unanswered = 0; child.exitCode === null && child.signalCode === null;) {
    await sleep(LOOK, undefined, { ref: false })
    unanswered = (await statusOf(port)) === null ? unanswered + 1 : 0
    if (unanswered === MOST_UNANSWERED) {
      child.kill('SIGKILL')
    }
  }
}

/** A second web process on this machine's own address, which keeps no pages and ends with this one. */
const begin = (port: number): ChildProcess => {
  const root = process.cwd()
  const { PORT, PUBLIC_PORT, ROOT_DOMAIN, WEB_URL } = env()
  // Named, not by its address: given one, Next takes what is rewritten for another server's.
  const at = ['-H', 'localhost', '-p', String(port)]
  const child = spawn(
    process.execPath,
    [
      ...['--import', `${root}/scripts/runtime/follow.mjs`, '--dns-result-order=ipv4first'],
      `--max-old-space-size=${MEMORY}`,
      ...[`${root}/node_modules/next/dist/bin/next`, 'start', ...at],
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        LECTERN_STANDBY: '1',
        PORT: String(port),
        PUBLIC_PORT: String(PUBLIC_PORT ?? (ROOT_DOMAIN === 'localhost' ? PORT : '')),
        TRUSTED_PROXIES: '127.0.0.0/8,::1',
        WEB_URL,
      },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  )
  child.unref()
  child.channel?.unref()
  try {
    os.setPriority(child.pid ?? 0, NICENESS)
  } catch {
    // It runs all the same, with no less right to the processor than this one.
  }

  return child
}

type State = { child?: ChildProcess; isBeginning: boolean; notBefore: number; port: number }

/**
 * The process that works for schools which are crowded, begun when it is first needed. `port` answers where it listens, null while it does not.
 */
export const standby = () => {
  const state: State = { isBeginning: false, notBefore: 0, port: 0 }
  let idle: NodeJS.Timeout | undefined

  const start = async (): Promise<void> => {
    const port = await freePort()
    const child = begin(port)
    state.child = child
    child.once('error', () => undefined)
    child.once('close', () => {
      state.child = undefined
      state.port = 0
      state.notBefore = Date.now() + PAUSE
    })
    for (const until = Date.now() + PATIENCE; state.child === child; await sleep(200)) {
      if ((await statusOf(port)) === 200) {
        state.port = port
        void watch(child, port)

        return
      }
      if (Date.now() > until) {
        child.kill('SIGKILL')
      }
    }
  }

  return {
    port: (): null | number => {
      clearTimeout(idle)
      idle = setTimeout(() => state.child?.kill('SIGTERM'), IDLE).unref()
      if (!state.child && !state.isBeginning && Date.now() >= state.notBefore) {
        state.isBeginning = true
        void start()
          .catch(() => undefined)
          .finally(() => {
            state.isBeginning = false
          })
      }

      return state.port || null
    },
  }
}
