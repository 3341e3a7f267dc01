import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { FilmKeeper, VideoProvider } from '@/adapters/videos/types'

import { videosOf } from '@/adapters/videos'
import { row } from '@/database/transaction'

type Kept = { provider: FilmKeeper; sealed: string; tenant: string }

/** The provider of an account of the school's; null where it is gone. */
export const providerOf = async (
  req: PayloadRequest,
  account: string,
): Promise<null | VideoProvider> => {
  const kept = await row<Kept>(
    req,
    sql`select provider::text, sealed, tenant_id as tenant from video_accounts where id = ${account}::uuid and sealed is not null`,
  )

  return kept ? videosOf(kept) : null
}

/** The accounts of a school with a provider, those in use first. */
export const accountsWith = async (
  req: PayloadRequest,
  provider: FilmKeeper,
): Promise<string[]> => {
  const found = await row<{ ids: string[] }>(
    req,
    sql`select coalesce(array_agg(id::text order by in_use nulls last, id desc), '{}') as ids from video_accounts where provider::text = ${provider}`,
  )

  return found?.ids ?? []
}
