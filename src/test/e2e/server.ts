import { existsSync } from 'node:fs'

import type pg from 'pg'

import { untilHealthy } from './health'
import { environment, freePort, freshDatabase, runCommand, startWeb } from './platform'
import { commandArgs, startProcess, type Running } from './processes'

/** What the tests started, for `stop.ts` to end. */
export type Started = { database: string; held: pg.Client; processes: Running[]; server: string }

const shared = globalThis as { lecternUnderTest?: Started }

/** What was started, or undefined before `serve` and after a stop. */
export const started = (): Started | undefined => shared.lecternUnderTest

/** Milliseconds the platform may take to be well. */
const PATIENCE = 150_000

/**
 * Brings up the platform as production runs it: a fresh database with the demo schools, the build of
 * `npm run build`, and a worker. Tests find it by E2E_PORT, where it asks for PayPal, Paddle, Razorpay and VAT ids by E2E_PAYPAL_PORT, E2E_PADDLE_PORT, E2E_RAZORPAY_PORT and E2E_VIES_PORT, where browsers are
 * pushed to by E2E_PUSH_PORT, and what it keeps by E2E_BACKUPS, E2E_DATABASE and E2E_UPLOADS. Throws with words where no build is
 * there.
 */
export default async function serve(): Promise<void> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) {
    throw new Error('TEST_DATABASE_URL names no server; `npm test -- browser` starts one.')
  }
  if (!existsSync('.next/BUILD_ID') || !existsSync('.next/lectern-build')) {
    throw new Error(
      'There is no production build; `npm test -- browser` or `npm run build` makes it.',
    )
  }
  const { database, held, url } = await freshDatabase(server)
  const port = await freePort()
  const dns = await freePort()
  const paddle = await freePort()
  const paypal = await freePort()
  const oidc = await freePort()
  const push = await freePort()
  const razorpay = await freePort()
  const surroundings = environment({ dns, port, url })
  const vies = await freePort()
  const env = {
    ...surroundings,
    PADDLE_API_BASE: `http://127.0.0.1:${paddle}`,
    PAYPAL_API_BASE: `http://127.0.0.1:${paypal}`,
    PRIVATE_HOSTS: `127.0.0.1:${oidc}`,
    PUSH_SERVICE_URL: `http://127.0.0.1:${push}`,
    RAZORPAY_API_BASE: `http://127.0.0.1:${razorpay}`,
    VIES_API_BASE: `http://127.0.0.1:${vies}`,
  }
  const processes: Running[] = []
  shared.lecternUnderTest = { database, held, processes, server }
  for (const command of ['migrate', 'seed']) {
    runCommand(command, env)
  }
  processes.push(
    startWeb({ env, port, title: 'web' }),
    startProcess({ args: commandArgs('worker'), env, title: 'worker' }),
  )
  await Promise.race([
    untilHealthy({ patience: PATIENCE, port }),
    ...processes.map(({ failed }) => failed),
  ])
  process.env.E2E_BACKUPS = surroundings.BACKUPS_DIR
  process.env.E2E_DNS_PORT = String(dns)
  process.env.E2E_OIDC_PORT = String(oidc)
  process.env.E2E_PADDLE_PORT = String(paddle)
  process.env.E2E_PAYPAL_PORT = String(paypal)
  process.env.E2E_PUSH_PORT = String(push)
  process.env.E2E_RAZORPAY_PORT = String(razorpay)
  process.env.E2E_PORT = String(port)
  process.env.E2E_DATABASE = url
  process.env.E2E_UPLOADS = surroundings.UPLOADS_DIR
  process.env.E2E_VIES_PORT = String(vies)
}
