import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { OpenMove } from '@/domain/commerce/transfers'

import { row } from '@/database/transaction'

type Found = OpenMove & {
  /** Whether its money has come, and it is being made. */
  isPaid: boolean
  key: string
  order: string
  provider: null | string
  session: null | string
}

/** The move of a line's place that is under way: it waits for its payment, or is paid and being made. */
export const openMove = ({
  line,
  req,
}: {
  line: string
  req: PayloadRequest
}): Promise<Found | undefined> =>
  row<Found>(
    req,
    sql`select m.id, m.key, o.id as "order", o.total::float8 as due, o.status = 'paid' as "isPaid", o.payment_url as "payAt", o.provider, o.session,
          to_json(o.expires_at) #>> '{}' as "expiresAt", coalesce((select l.title from order_lines l where l.order_id = o.id limit 1), '') as "to"
        from place_transfers m join orders o on o.id = m.order_id
        where m.line_id = ${line} and m.completed_at is null
          and (o.status = 'paid' or (o.status = 'pending' and o.expires_at > now()))
        order by m.id desc limit 1`,
  )
