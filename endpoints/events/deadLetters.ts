import { sql } from '@payloadcms/db-postgres'
import { z } from 'zod'

import { sending } from '@/adapters/queue/send'
import { row } from '@/database/transaction'
import { isManager } from '@hooks/access'

import { endpoint } from '../support/endpoint'
import { NotAllowed, NotHere } from '../support/errors'

type Letter = { data: object; event: string; reaction: string; tenant: string }

/**
 * POST /api/dead-letters/:id/retry: sends failed work once more, whoever else presses at the same
 * time. 404 when there is none, or when it was sent again already.
 */
export const retryDeadLetter = endpoint({
  input: z.object({ id: z.uuid() }),
  path: '/dead-letters/:id/retry',
  run: async ({ input: { id }, req }) => {
    if (!isManager(req)) {
      throw new NotAllowed()
    }
    const letter = await row<Letter>(
      req,
      sql`update dead_letters set retried_at = now() where id = ${id} and retried_at is null
          returning data, event, reaction, tenant_id as tenant`,
    )
    if (!letter) {
      throw new NotHere()
    }
    const { reaction: name, ...data } = letter
    const sent = await row(req, sql`with ${sending([{ name, data }])} select 1 from sent`)
    if (!sent) {
      throw new Error(`${name} has no queue.`)
    }

    return { sent: true }
  },
})
