import { randomBytes } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { GatewaySession, GatewaySessions } from './gatewaySessions'

import { row } from '@/database/transaction'

type Stored = Omit<GatewaySession, 'expiresAt'> & { expiresAt: string }

const COLUMNS = sql`amount::float8 as amount, cancel_url as "cancelUrl", coalesce(card_works, true) as "cardWorks", currency, expires_at as "expiresAt",
  lines, order_id as "order", payment, coalesce(recurs, false) as recurs, session, status::text as status, subscription_id as subscription, success_url as "successUrl", tenant_id as tenant`

const sessionOf = (stored: Stored | undefined): GatewaySession | null =>
  stored ? { ...stored, expiresAt: new Date(stored.expiresAt) } : null

/** The test gateway's sessions as rows of the school: one for each key, so a repeated request finds its own. */
export const gatewayRows = (req: PayloadRequest): GatewaySessions => ({
  find: async (session) =>
    sessionOf(
      await row<Stored>(
        req,
        sql`select ${COLUMNS} from gateway_sessions where session = ${session}`,
      ),
    ),
  forget: async (session) => {
    await row(
      req,
      sql`update gateway_sessions set recurs = false, updated_at = now() where session = ${session} returning id`,
    )
  },
  open: async ({
    idempotencyKey,
    keeps = false,
    order,
    recurs = false,
    subscription = null,
    tenant,
    ...request
  }) => {
    const opened = sessionOf(
      await row<Stored>(
        req,
        sql`insert into gateway_sessions
              (id, tenant_id, session, key, order_id, subscription_id, recurs, amount, currency, lines, status, success_url, cancel_url, expires_at)
            values (uuidv7(), ${tenant}, ${`ts_${randomBytes(18).toString('base64url')}`}, ${idempotencyKey}, ${order}, ${subscription}, ${recurs || keeps}, ${request.amount},
              ${request.currency}, ${JSON.stringify(request.lines)}::jsonb, 'open', ${request.successUrl},
              ${request.cancelUrl}, ${request.expiresAt.toISOString()})
            on conflict (tenant_id, key) do update set updated_at = now()
            returning ${COLUMNS}`,
      ),
    )
    if (!opened) {
      throw new Error('The gateway opened no session.')
    }

    return opened
  },
  setCard: async ({ session, works }) =>
    Boolean(
      await row(
        req,
        sql`update gateway_sessions set card_works = ${works}, updated_at = now()
            where session = ${session} returning id`,
      ),
    ),
  settle: async ({ payment, session, status }) => {
    await row(
      req,
      sql`update gateway_sessions set status = ${status}, payment = ${payment}, updated_at = now()
          where session = ${session} and status = 'open' returning id`,
    )

    return sessionOf(
      await row<Stored>(
        req,
        sql`select ${COLUMNS} from gateway_sessions where session = ${session}`,
      ),
    )
  },
})
