import type { PayloadRequest } from 'payload'

import { asTenant } from '@/database/scope'
import { CSV_MARK } from '@/domain/csv'
import { ROSTER_HEAD, rosterLines } from '@/domain/learning/roster/table'

import type { Asked } from './page'

import { rosterPage } from './page'

/** Learners read at once. */
const AT_ONCE = 500

/** A roster as a file, read page by page as it is taken: however many there are, one page is in memory. */
export const rosterStream = ({
  req,
  ...asked
}: Omit<Asked, 'after' | 'limit'> & { req: PayloadRequest }): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  let after: null | string | undefined
  const next = async (): Promise<string> => {
    const page = await asTenant(asked.tenant, () =>
      rosterPage({ ...asked, after: after ?? undefined, limit: AT_ONCE, req }),
    )
    after = page.next

    return rosterLines(page.rows)
  }

  return new ReadableStream({
    pull: async (controller) => {
      const start = after === undefined ? `${CSV_MARK}${ROSTER_HEAD}` : ''
      controller.enqueue(encoder.encode(start + (await next())))
      if (after === null) {
        controller.close()
      }
    },
  })
}
