import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { announce } from '@hooks/events/announce'

import { VideosRefused, VideosUnavailable } from '@/adapters/videos/types'
import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'

import { providerOf } from './elsewhere/account'

/** Whether an account can be used, asked of its provider; null where there is none. Throws videoKeysRefused and videoProviderAway. */
export const checkAccount = async ({
  id,
  req,
}: {
  id: string
  req: PayloadRequest
}): Promise<null | { isReady: true }> => {
  const provider = await providerOf(req, id)
  if (!provider) {
    return null
  }
  try {
    await provider.check()
  } catch (error) {
    if (error instanceof VideosRefused) {
      throw new RuleError('videoKeysRefused', { said: error.message.slice(0, 300) })
    }
    if (error instanceof VideosUnavailable) {
      throw new RuleError('videoProviderAway')
    }
    throw error
  }

  return { isReady: true }
}

/** Deletes a film where an account kept it. */
export const removeFilm = async ({
  account,
  film,
  req,
}: {
  account: string
  film: string
  req: PayloadRequest
}): Promise<void> => {
  await (await providerOf(req, account))?.remove(film)
}

/** Says that the film an account keeps of a file is to be deleted there; works in a transaction. */
export const leaveFilm = async ({
  id,
  req,
  tenant,
}: {
  id: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const left = await row<{ account: string; film: string }>(
    req,
    sql`select account_id as account, external_id as film from videos
        where id = ${id} and account_id is not null and external_id is not null`,
  )
  if (left) {
    await announce({ data: left, fact: 'video.left', req, tenant })
  }
}
