import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'

import { hear, hearing } from '@/database/notices'

/** How often it is looked for rows that nobody told of, and how often a lease is renewed, in ms. */
const LOOK_MS = 5_000
const RENEW_MS = 4_000

/** How long a worker goes on while the database does not answer: less than its lease. */
const PATIENCE_MS = 20_000

/** The row is somebody else's now. */
const LOST = 'lost'

/** This worker stops. */
const STOPPING = 'stopping'

/** Rows that are worked on under a lease of half a minute, each by one worker, and taken up by another when that one dies. */
type Leased<Claimed extends { id: string }> = {
  atOnce: number
  /** Takes the row that waits longest, under the new `run`. */
  claim: (run: string) => Promise<Claimed | undefined>
  fail: (claimed: Claimed, error: unknown) => Promise<void>
  logger: Payload['logger']
  /** What comes before each look for rows. */
  prelude: () => Promise<void>
  /** Puts a row back as it was, for another worker. */
  release: (claimed: Claimed) => Promise<void>
  /** Goes on with the lease, and says how far it is; false where the row is somebody else's. */
  renew: (claimed: Claimed, percent: number) => Promise<boolean>
  /** `onProgress` hears the part that is done, from 0 to 1. */
  work: (given: {
    claimed: Claimed
    onProgress: (done: number) => void
    signal: AbortSignal
  }) => Promise<void>
}

const workOn = async <Claimed extends { id: string }>(
  { fail, release, renew, work }: Leased<Claimed>,
  claimed: Claimed,
  stopping: AbortSignal,
): Promise<void> => {
  const ending = new AbortController()
  const signal = AbortSignal.any([stopping, ending.signal])
  const state = { percent: 0, renewedAt: Date.now() }
  const keeping = setInterval(() => {
    renew(claimed, state.percent)
      .then((isOurs) => {
        state.renewedAt = Date.now()
        if (!isOurs) {
          ending.abort(LOST)
        }
      })
      .catch(() => {
        if (Date.now() - state.renewedAt > PATIENCE_MS) {
          ending.abort(LOST)
        }
      })
  }, RENEW_MS)
  try {
    await work({
      claimed,
      onProgress: (done) => {
        state.percent = Math.min(99, Math.floor(done * 100))
      },
      signal,
    })
  } catch (error) {
    if (stopping.aborted) {
      await release(claimed)
    } else if (signal.reason !== LOST) {
      await fail(claimed, error)
    }
  } finally {
    clearInterval(keeping)
  }
}

/** Works on rows as they come, told of by the notices about videos, until `stop`; what is in hand then waits for another worker. */
export const startRounds = async <Claimed extends { id: string }>(
  rounds: Leased<Claimed>,
): Promise<{ stop: () => Promise<void> }> => {
  const { atOnce, claim, logger, prelude } = rounds
  const stopping = new AbortController()
  const inHand = new Set<Promise<void>>()

  const take = async (): Promise<void> => {
    await prelude()
    while (inHand.size < atOnce && !stopping.signal.aborted) {
      const claimed = await claim(randomUUID())
      if (!claimed) {
        return
      }
      const working: Promise<void> = workOn(rounds, claimed, stopping.signal)
        .catch((error: unknown) => {
          logger.error({ err: error, row: claimed.id }, 'A row was left where it was.')
        })
        .finally(() => {
          inHand.delete(working)
          look()
        })
      inHand.add(working)
    }
  }

  let looking = Promise.resolve()
  const look = (): void => {
    if (stopping.signal.aborted) {
      return
    }
    looking = looking.then(take).catch((error: unknown) => {
      logger.warn({ err: error }, 'It could not be looked for rows.')
    })
  }
  hear('videos', { heard: look, lost: () => undefined })
  await hearing().catch(() => undefined)
  const often = setInterval(() => {
    void hearing().catch(() => undefined)
    look()
  }, LOOK_MS)
  look()

  return {
    stop: async () => {
      clearInterval(often)
      stopping.abort(STOPPING)
      await looking
      await Promise.all(inHand)
    },
  }
}
