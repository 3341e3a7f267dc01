import { randomInt } from 'node:crypto'

import { clamdServer } from './server'

/** Chosen before it listens: modules beside this one are read before it does. */
const port = randomInt(30_000, 32_000)

Object.assign(process.env, { CLAMD_HOST: '127.0.0.1', CLAMD_PORT: String(port) })

/** The scanner of a test file that imports this before anything that reads the environment. */
export const clamdHere = await clamdServer({ port })
