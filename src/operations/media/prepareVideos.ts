import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'

import { VideoFailure } from '@/adapters/transcoding/failure'
import { hasFfmpeg } from '@/adapters/transcoding/tool'
import { hear, hearing } from '@/database/notices'
import { env } from '@/env'

import type { Claimed } from './videos/lease'

import { claim, fail, giveUp, release, renew, sayWithoutFfmpeg } from './videos/lease'
import { dropRun, prepare } from './videos/prepare'

/** How often it is looked for videos that nobody told of, and how often a lease is renewed, in ms. */
const LOOK_MS = 5_000
const RENEW_MS = 4_000

/** How long a worker goes on while the database does not answer: less than its lease. */
const PATIENCE_MS = 20_000

/** The row is somebody else's now. */
const LOST = 'lost'

/** This worker stops. */
const STOPPING = 'stopping'

type Logger = Payload['logger']

const work = async (claimed: Claimed, stopping: AbortSignal, logger: Logger): Promise<void> => {
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
    await prepare({
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
      const { detail, reason } =
        error instanceof VideoFailure
          ? error
          : ({ detail: error instanceof Error ? error.message : String(error), reason: 'unknown' } as const)
      logger.warn({ err: error, video: claimed.id }, 'A video could not be prepared.')
      await fail(claimed, { detail, reason })
    }
  } finally {
    clearInterval(keeping)
  }
}

/**
 * Prepares films and recordings for watching, as many at once as TRANSCODES says, until `stop` is called; what is in hand
 * then waits for another worker. Any number of workers may run: each video is prepared by one, and one that a killed worker had is
 * taken by the next within half a minute.
 */
export const startPreparing = async ({
  payload: { logger },
}: {
  payload: Payload
}): Promise<{ stop: () => Promise<void> }> => {
  const stopping = new AbortController()
  const inHand = new Set<Promise<void>>()
  const can = env().TRANSCODES > 0 && (await hasFfmpeg())

  const take = async (): Promise<void> => {
    for (const left of await giveUp()) {
      await dropRun(left)
    }
    while (inHand.size < env().TRANSCODES && !stopping.signal.aborted) {
      const claimed = await claim(randomUUID())
      if (!claimed) {
        return
      }
      const working: Promise<void> = work(claimed, stopping.signal, logger)
        .catch((error: unknown) => {
          logger.error({ err: error, video: claimed.id }, 'A video was left where it was.')
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
    looking = looking
      .then(() => (can ? take() : env().TRANSCODES > 0 ? sayWithoutFfmpeg() : undefined))
      .catch((error: unknown) => {
        logger.warn({ err: error }, 'It could not be looked for videos.')
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
