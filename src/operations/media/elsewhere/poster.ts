import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { VideosRefused, VideosUnavailable } from '@/adapters/videos/types'
import { row } from '@/database/transaction'

import { providerOf } from './account'

type Kept = { account: string; film: string; playback: null | string }

/**
 * Where the picture of a film that an account keeps is found for so many `seconds`; null where none is kept so, or its provider tells of
 * none now.
 */
export const posterElsewhere = async ({
  id,
  req,
  seconds,
}: {
  id: string
  req: PayloadRequest
  seconds: number
}): Promise<null | string> => {
  const kept = await row<Kept>(
    req,
    sql`select account_id as account, external_id as film, playback from videos
        where id = ${id}::uuid and run is not null and account_id is not null and external_id is not null`,
  )
  const provider = kept && (await providerOf(req, kept.account))
  if (!provider) {
    return null
  }
  const { film: externalId, playback } = kept
  const opened = await provider
    .open({ externalId, playback, seconds })
    .catch((error: unknown) => {
      if (error instanceof VideosRefused || error instanceof VideosUnavailable) {
        return null
      }
      throw error
    })

  return opened?.poster ?? null
}
