import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'

/** Seconds between two looks at a domain that somebody asks for. */
const APART = 5

/**
 * Begins a look that somebody asks for: claims that had run out are awaited for another seven days.
 * Answers whether it may be taken, or how many seconds it is too early; `notFound` where the domain is gone.
 */
export const askToCheck = async ({
  id,
  req,
}: {
  id: string
  req: PayloadRequest
}): Promise<'granted' | 'notFound' | { seconds: number }> => {
  const granted = await row(
    req,
    sql`update domains set
          next_check_at = now() + interval '1 minute', checked_at = clock_timestamp(),
          claimed_at = case when status = 'expired' then now() else claimed_at end,
          status = case when status = 'expired' then 'pending' else status end
        where id = ${id}::uuid
          and (checked_at is null or checked_at <= clock_timestamp() - ${APART} * interval '1 second')
        returning id`,
  )
  if (granted) {
    return 'granted'
  }
  const known = await row<{ age: number }>(
    req,
    sql`select extract(epoch from clock_timestamp() - checked_at)::float8 as age from domains where id = ${id}::uuid`,
  )

  return known ? { seconds: Math.max(1, Math.ceil(APART - known.age)) } : 'notFound'
}
