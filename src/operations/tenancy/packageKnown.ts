import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { asPlatform } from '@/database/scope'
import { row } from '@/database/transaction'
import { packageOn } from '@/domain/tenancy/packageHosts'
import { env } from '@/env'

/** Whether a host is one on which a package of any school plays: strangers can think of others without end. */
export const packageKnown = async (host: string, req: PayloadRequest): Promise<boolean> => {
  const media = packageOn(host, env().ROOT_DOMAIN)
  if (!media) {
    return false
  }
  const found = await asPlatform(() =>
    row(req, sql`select 1 from media where id = ${media} and scorm is not null`),
  )

  return Boolean(found)
}
