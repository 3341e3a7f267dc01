import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { inTransaction, row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'

import type { Mover } from './overview'

import { closePages } from '../payPage'
import { openMove } from './open'
import { isShownTo } from './overview'
import { placeOf } from './place'

type Asked = { line: string; mover: Mover; req: PayloadRequest }

/**
 * Ends a move that waits for its payment: its seat is free again, and the place stays where it is. Answers whether there was
 * one, and null where whoever asks has no such place. Throws transferUnderWay where it is paid. Call it outside a transaction.
 */
export const releaseMove = async ({ line, mover, req }: Asked): Promise<boolean | null> => {
  const found = await inTransaction(req, async () => {
    const place = await placeOf({ line, lock: true, req })
    if (!isShownTo(place, mover)) {
      return null
    }
    const open = await openMove({ line, req })
    const ended =
      open &&
      (await row(
        req,
        sql`update orders set status = 'cancelled', updated_at = now() where id = ${open.order} and status = 'pending' returning id`,
      ))
    if (open && !ended) {
      throw new RuleError('transferUnderWay')
    }

    return open ? [open] : []
  })
  await closePages(req, found ?? [])

  return found && found.length > 0
}
