import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

import { digestOf, filesUnder } from './files.mjs'
import { Halt } from './halt.mjs'
import { buildIslands, buildParts } from './islands.mjs'
import { holderOf, withLock } from './lock.mjs'
import { say, step } from './output.mjs'
import { inData, inRoot, root } from './paths.mjs'
import { run } from './run.mjs'

/** What a build is made from, besides the variables below. */
const SOURCES = [
  'blocks',
  'collections',
  'endpoints',
  'hooks',
  'media',
  'next.config.mjs',
  'package-lock.json',
  'payload.config.ts',
  'plugins',
  'postcss.config.mjs',
  'public',
  'scripts/runtime/islands.mjs',
  'src',
  'tsconfig.json',
]

/** Variables that Next writes into what it builds. */
const BUILT_IN = /^(CDN_URL$|NEXT_PUBLIC_|ROOT_DOMAIN$|PUBLIC_PROTOCOL$|PUBLIC_PORT$)/

/**
 * What never reaches a build: tests, the bench, uploads, and what people leave about.
 * @param {string} file
 */
export const isOutsideBuild = (file) =>
  /\.test\.tsx?$|(^|\/)\.|\.md$/.test(file) ||
  /^(media\/uploads|src\/bench|src\/commands|src\/test)(\/|$)/.test(file)

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string} changes whenever a build would
 */
const buildState = (env) =>
  digestOf({
    also: Object.entries(env)
      .filter(([name]) => BUILT_IN.test(name))
      .map(([name, value]) => `${name}=${value}`)
      .sort(),
    base: root,
    files: SOURCES.flatMap((place) => filesUnder({ base: root, place, skip: isOutsideBuild })),
  })

const stampFile = () => inRoot('.next/lectern-build')

const builtState = () =>
  existsSync(inRoot('.next/BUILD_ID')) && existsSync(stampFile())
    ? readFileSync(stampFile(), 'utf8')
    : ''

/**
 * Builds the site where the last build is not of these sources; one process at a time, and never under
 * the feet of a running one.
 * @param {{ env: NodeJS.ProcessEnv, force?: boolean }} given
 */
export const build = ({ env, force = false }) =>
  withLock({
    file: inData('build.lock'),
    onWait: (pid) => say(`Waiting for process ${pid ?? ''}, which is building.`),
    run: async () => {
      const state = buildState(env)
      if (!force && state === builtState()) {
        return
      }
      const server = holderOf(inData('serving.lock'))
      if (server && server.pid !== process.pid) {
        throw new Halt(
          `The build is stale, and process ${server.pid} serves it. Stop that \`npm start\` first.`,
        )
      }
      rmSync(stampFile(), { force: true })
      await step('Building the site', (note) =>
        run({
          args: [inRoot('node_modules/next/dist/bin/next'), 'build'],
          command: process.execPath,
          env: { ...env, NODE_ENV: 'production' },
          note,
          title: 'next build',
        }),
      )
      await buildIslands()
      await buildParts()
      writeFileSync(stampFile(), state)
    },
  })
