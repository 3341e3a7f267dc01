import { pathToFileURL } from 'node:url'

import { Halt } from './halt.mjs'
import { cleanEnvironment } from './node.mjs'
import { inRoot } from './paths.mjs'

/** @typedef {'development' | 'production' | 'test'} Mode */

/**
 * The environment of the web process, the worker and the commands: what was given, without empty
 * values, and with what the embedded default fills in.
 * @param {{ databaseUrl: string, embedded: boolean, given: NodeJS.ProcessEnv, mode: Mode, secret?: string }} what
 * @returns {NodeJS.ProcessEnv}
 */
export const childEnvironment = ({ databaseUrl, embedded, given, mode, secret }) => {
  const kept = Object.fromEntries(
    Object.entries(cleanEnvironment(given)).filter(([, value]) => value !== ''),
  )

  return {
    ...kept,
    DATABASE_URL: databaseUrl,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: mode,
    PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
    PORT: kept.PORT ?? '3000',
    ...(embedded && { LECTERN_EMBEDDED: '1' }),
    ...(secret && { LECTERN_SECRET: secret }),
  }
}

/** @returns {Promise<typeof import('../../src/env')>} */
const envModule = () => import(pathToFileURL(inRoot('src/env.ts')).href)

/**
 * Checks an environment by the platform's own rules and names every wrong value.
 * @param {NodeJS.ProcessEnv} environment
 */
export const checkEnvironment = async (environment) => {
  const { readEnv } = await envModule()
  try {
    return readEnv(environment)
  } catch (error) {
    throw new Halt(error instanceof Error ? error.message : String(error))
  }
}

/** Of the surroundings, what tests and builds may see: nothing that points at a real engine or secret. */
const SETTINGS =
  /^(APP_DATABASE_URL|CDN_|DATABASE_URL|LECTERN_|LOG_LEVEL|MAIL_FROM|PGPOOL_MAX|PORT$|PUBLIC_|REDIS_|ROOT_DOMAIN|S3_|SMTP_|STRIPE_|SYSTEM_DATABASE_URL|UPLOADS_DIR|WEB_URL)/

/**
 * The environment without any setting of the platform, for work that must come out the same everywhere.
 * @param {NodeJS.ProcessEnv} given
 * @returns {NodeJS.ProcessEnv}
 */
export const withoutSettings = (given) =>
  Object.fromEntries(Object.entries(given).filter(([name]) => !SETTINGS.test(name)))

/**
 * The environment of a build: with placeholders for what only has to be well formed, since a build
 * opens no database and keeps no secret.
 * @param {NodeJS.ProcessEnv} given
 */
export const buildEnvironment = (given) =>
  childEnvironment({
    databaseUrl: given.DATABASE_URL || 'postgres://127.0.0.1/lectern',
    embedded: false,
    given,
    mode: 'production',
    secret: given.LECTERN_SECRET || 'only-for-building-never-for-running',
  })
