import type { Payload } from 'payload'

import { VideoFailure } from '@/adapters/transcoding/failure'
import { hasPackager } from '@/adapters/transcoding/packager'
import { hasFfmpeg } from '@/adapters/transcoding/tool'
import { env } from '@/env'

import { startRounds } from './leasedRounds'
import {
  claim,
  fail,
  giveUp,
  release,
  renew,
  sayWithoutFfmpeg,
  sayWithoutPackager,
} from './videos/lease'
import { dropRun, prepare } from './videos/prepare'

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
  const can = env().TRANSCODES > 0 && (await hasFfmpeg())
  const canProtect = can && (await hasPackager())

  return startRounds({
    atOnce: can ? env().TRANSCODES : 0,
    claim: (run) => claim(run, { canProtect }),
    fail: async (claimed, error) => {
      const { detail, reason } =
        error instanceof VideoFailure
          ? error
          : ({ detail: error instanceof Error ? error.message : String(error), reason: 'unknown' } as const)
      logger.warn({ err: error, video: claimed.id }, 'A video could not be prepared.')
      await fail(claimed, { detail, reason })
    },
    logger,
    prelude: async () => {
      if (!can) {
        return env().TRANSCODES > 0 ? sayWithoutFfmpeg() : undefined
      }
      if (!canProtect) {
        await sayWithoutPackager()
      }
      for (const left of await giveUp()) {
        await dropRun(left)
      }
    },
    release,
    renew,
    work: prepare,
  })
}
