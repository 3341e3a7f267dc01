import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { PaymentLine, SessionState } from '@/adapters/payments/types'

import { testGatewayFor } from '@/adapters/payments/index'
import { row } from '@/database/transaction'
import { languageOf } from '@/operations/translation/reading'
import { textIn } from '@/operations/translation/textIn'

/** What the test gateway's page shows of one of its sessions. Amounts in minor units of `currency`. */
export type GatewayPage = {
  amount: number
  cancelUrl: string
  /** Whether the card takes further charges; null where nothing recurs. */
  cardWorks: boolean | null
  currency: string
  lines: PaymentLine[]
  /** Null where a card is taken and nothing is paid. */
  order: null | string
  school: string
  status: SessionState['status']
  successUrl: string
}

type Stored = Omit<GatewayPage, 'status'>

/**
 * The page of a session, for its own buyer; a guest's, and one that takes another card, for whoever holds the
 * session's name, as with any provider. Null for anybody else, and where real money is taken.
 */
export const gatewayPage = async ({
  buyer,
  req,
  session,
}: {
  /** Who is signed in; null for a visitor. */
  buyer: null | string
  req: PayloadRequest
  session: string
}): Promise<GatewayPage | null> => {
  const state = await (await testGatewayFor(req))?.lookUp(session)
  const school = textIn(await languageOf(req), 'tenants', {
    field: 'name',
    of: sql`t.id`,
    own: sql`t.name`,
  })
  const stored = await row<Stored>(
    req,
    sql`select g.amount::float8 as amount, g.cancel_url as "cancelUrl",
          case when g.status = 'paid' and g.recurs then coalesce(g.card_works, true) end as "cardWorks", g.currency, g.lines, g.order_id as "order",
          ${school} as school, g.success_url as "successUrl"
        from gateway_sessions g left join orders o on o.id = g.order_id join tenants t on t.id = g.tenant_id
        where g.session = ${session} and (o.buyer_id = ${buyer} or o.guest_name is not null or starts_with(g.key, 'card_'))`,
  )

  return state && stored ? { ...stored, status: state.status } : null
}
