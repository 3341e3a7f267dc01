import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { digestOf, filesUnder } from '../runtime/files.mjs'
import { withLock } from '../runtime/lock.mjs'
import { step } from '../runtime/output.mjs'
import { inData, inRoot, root } from '../runtime/paths.mjs'
import { run } from '../runtime/run.mjs'

/** Where the bare app is built, and served from. */
export const bareFolder = () => inData('bench/bare')

/**
 * Builds the bare app of `src/bench/bare` where the last build is not of these files and this Next.
 * @param {NodeJS.ProcessEnv} env
 */
export const buildBare = (env) =>
  withLock({
    file: inData('build.lock'),
    run: async () => {
      const stampFile = path.join(bareFolder(), 'built')
      const { version } = JSON.parse(readFileSync(inRoot('node_modules/next/package.json'), 'utf8'))
      const state = digestOf({
        also: [version],
        base: root,
        files: filesUnder({ base: root, place: 'src/bench/bare' }),
      })
      if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === state) {
        return
      }
      rmSync(bareFolder(), { force: true, recursive: true })
      cpSync(inRoot('src/bench/bare'), bareFolder(), { recursive: true })
      await step('Building the bare app', (note) =>
        run({
          args: [inRoot('node_modules/next/dist/bin/next'), 'build'],
          command: process.execPath,
          cwd: bareFolder(),
          env: { ...env, NODE_ENV: 'production' },
          note,
          title: 'next build',
        }),
      )
      writeFileSync(stampFile, state)
    },
  })
