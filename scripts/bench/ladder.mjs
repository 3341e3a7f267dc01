import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { inRoot } from '../runtime/paths.mjs'
import { figuresOf } from './figures.mjs'

const run = promisify(execFile)

/** The share of ffmpeg's own pace that is wanted: 1 over 1.15 times its time. */
const AIM = 0.87

/** @param {number} time in ms */
const once = (time) => figuresOf([{ bytes: 0, seconds: time / 1000, times: [time] }])

/**
 * How long a film of twenty seconds takes, beside the same command of ffmpeg run bare.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<import('./figures.mjs').Row>}
 */
export const measureLadder = async (env) => {
  const args = ['--conditions=production', '--import', 'tsx', inRoot('src/bench/ladder.ts')]
  const { stdout } = await run(process.execPath, args, { env })
  const { bare, made } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}')

  return {
    aim: `≥ ${AIM} of bare`,
    baseline: once(bare),
    figures: once(made),
    met: bare / made >= AIM,
    queries: 0,
    ratio: bare / made,
    title: 'a film of 20 s, prepared',
  }
}
