import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { FilmKeeper, Report } from '@/adapters/videos/types'

import { BadSignature } from '@/adapters/videos/types'
import { CHANNELS } from '@/database/notices'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction, row, rows } from '@/database/transaction'

import { accountsWith, providerOf } from './elsewhere/account'

type Delivery = {
  body: string
  headers: Headers
  payload: Payload
  provider: FilmKeeper
  tenant: string
}

/**
 * Stores what a provider reported, and in the same transaction has the film looked at: what it says there counts, so that late
 * and repeated reports do no harm. Throws BadSignature for what no account of the school's signed.
 */
export const receiveVideoReport = ({
  payload,
  provider,
  tenant,
  ...delivery
}: Delivery): Promise<'received'> =>
  asTenant(tenant, async () => {
    const req = await createLocalReq({}, payload)
    let read: { account: string; report: Report } | undefined
    for (const account of await accountsWith(req, provider)) {
      const report = await (await providerOf(req, account))?.read(delivery).catch((error: unknown) => {
        if (error instanceof BadSignature) {
          return undefined
        }
        throw error
      })
      read ??= report && { account, report }
    }
    if (!read) {
      throw new BadSignature(`No report of ${provider}’s.`)
    }
    const { account, report } = read
    const { type, event, films, isGone } = report
    await inTransaction(req, async () => {
      await rows(
        req,
        sql`insert into video_events (id, tenant_id, provider, event, type, payload, received_at)
            values (uuidv7(), ${tenant}, ${provider}, ${event}, ${type}, ${delivery.body}::jsonb, now())
            on conflict (tenant_id, provider, event) do update set received_at = now()`,
      )
      await row(
        req,
        sql`with due as (
              update videos set lease_until = now(), status = 'processing'
              where account_id = ${account}::uuid and external_id = any(${sql.param(films)}::text[])
                and (status = 'processing' and runner is null or ${isGone} and status = 'ready') returning 1)
            select pg_notify(${CHANNELS.videos}, '') from due limit 1`,
      )
    })

    return 'received'
  })

/** Takes away reports of more than thirty days ago. */
export const forgetVideoReports = async (): Promise<void> => {
  await systemPool().query(
    `delete from video_events where received_at < now() - interval '30 days'`,
  )
}
