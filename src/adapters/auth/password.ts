import { availableParallelism } from 'node:os'

import * as crypto from 'better-auth/crypto'

import { inTurns } from './inTurns'

/** Threads on which Node does what takes long; its documentation names four where nothing else is set. */
const THREADS = Number(process.env.UV_THREADPOOL_SIZE) || 4

/** A hash fills a core for its while: as many at once as leave cores, and threads, to whoever only reads. */
const turns = inTurns(Math.max(1, Math.min(Math.floor(availableParallelism() / 2), THREADS - 2)))

/** The scrypt hash of a password, with a salt of its own. */
export const hashPassword = (password: string): Promise<string> =>
  turns(() => crypto.hashPassword(password))

/** Whether a password is the one that was hashed. */
export const verifyPassword = (asked: { hash: string; password: string }): Promise<boolean> =>
  turns(() => crypto.verifyPassword(asked))
