import type { Payload } from 'payload'

import type { Handed } from './elsewhere/lease'

import { storage } from '@/adapters/storage'
import { videosOf } from '@/adapters/videos'
import { VideosRefused, VideosUnavailable } from '@/adapters/videos/types'
import { asTenant } from '@/database/scope'
import { mediaKey } from '@/domain/media/keys'

import { pushCaptions } from './filmCaptions'
import {
  beginHanding,
  claimHanded,
  completeHanded,
  failHanded,
  MOST_HANDINGS,
  nameFilm,
  postpone,
  releaseHanded,
  renewHanded,
  waitFor,
} from './elsewhere/lease'
import { startRounds } from './leasedRounds'

/** Films that one worker hands over, or asks after, at once. */
const AT_ONCE = 2

/** The storage has the file no more. */
class FileGone extends Error {}

type Work = { claimed: Handed; onProgress: (done: number) => void; signal: AbortSignal }

/** Sends a film whole; one of which only a part came there is taken away first. */
const hand = async ({ claimed, onProgress, signal }: Work): Promise<void> => {
  const { id, type, attempts, filename, filesize, film, tenant } = claimed
  const provider = videosOf(claimed)
  if (film) {
    await provider.remove(film)
  }
  if (attempts >= MOST_HANDINGS) {
    return failHanded(claimed, { detail: '', reason: 'interrupted' })
  }
  await beginHanding(claimed)
  const key = mediaKey({ id, filename, tenant })
  let named = film ?? ''
  await provider.hand(
    {
      name: filename,
      type,
      bytes: async () => {
        const found = await storage().get({ key })
        if (!found) {
          throw new FileGone()
        }

        return found.stream
      },
      size: filesize,
    },
    {
      onMade: async (externalId) => {
        named = externalId
        if (!(await nameFilm(claimed, externalId))) {
          await provider.remove(externalId)
          throw new Error('The film is somebody else’s now.')
        }
      },
      onSent: onProgress,
      signal,
    },
  )
  await waitFor(claimed, { externalId: named, percent: 0 })
}

/** Asks how a film stands, and hands it over where there is nothing of it yet. */
const workOn = async (given: Work, payload: Payload): Promise<void> => {
  const { claimed } = given
  const { id, film, isLong, tenant } = claimed
  const standing = film ? await videosOf(claimed).look(film) : ({ state: 'empty' } as const)
  switch (standing.state) {
    case 'empty':
      return hand(given)
    case 'failed':
      return failHanded(claimed, { detail: standing.detail, reason: 'provider' })
    case 'gone':
      return failHanded(claimed, { detail: '', reason: 'providerGone' })
    case 'processing':
      return isLong
        ? failHanded(claimed, { detail: '', reason: 'timedOut' })
        : waitFor(claimed, standing)
    case 'ready':
      if (await completeHanded(claimed, standing)) {
        await asTenant(tenant, () => pushCaptions({ payload, tenant, video: id })).catch(
          (error: unknown) => {
            payload.logger.warn({ err: error, video: id }, 'Captions were not handed over.')
          },
        )
      }
  }
}

const REASONS = { keys: 'providerKeys', provider: 'provider' } as const

/**
 * Hands films over to the accounts that keep them, and asks after those that are being prepared there, until `stop`. A film is
 * with one worker at a time; one that a killed worker was sending is sent anew within half a minute.
 */
export const startHandingOver = ({
  payload,
}: {
  payload: Payload
}): Promise<{ stop: () => Promise<void> }> =>
  startRounds({
    atOnce: AT_ONCE,
    claim: claimHanded,
    fail: async (claimed, error) => {
      const detail = error instanceof Error ? error.message : String(error)
      if (error instanceof VideosUnavailable) {
        return postpone(claimed, detail)
      }
      payload.logger.warn({ err: error, video: claimed.id }, 'A film was not handed over.')
      const reason =
        error instanceof VideosRefused
          ? REASONS[error.reason]
          : error instanceof FileGone
            ? 'gone'
            : 'unknown'
      await failHanded(claimed, { detail, reason })
    },
    logger: payload.logger,
    prelude: () => Promise.resolve(),
    release: releaseHanded,
    renew: renewHanded,
    work: (given) => workOn(given, payload),
  })
