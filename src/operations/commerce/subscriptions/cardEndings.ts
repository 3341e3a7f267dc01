import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { Locale } from '@/domain/tenancy/locales'
import type { Due } from './eachDue'

import { systemPool } from '@/database/hosts'
import { inTransaction, row } from '@/database/transaction'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'

import { cardLink } from './cardKeys'
import { eachDue } from './eachDue'

const AT_ONCE = 500

/** What runs, is charged within two weeks, and by a card whose last month is over by then; `$1` is now. */
const ENDING = `select s.id, s.tenant_id as tenant from subscriptions s
  where s.status in ('trialing', 'active') and not coalesce(s.cancel_at_period_end, false)
    and s.next_step_at > $1::timestamptz and s.next_step_at <= $1::timestamptz + interval '14 days'
    and make_timestamptz((s.card ->> 'expiresYear')::int, (s.card ->> 'expiresMonth')::int, 1, 0, 0, 0, 'UTC') + interval '1 month' <= s.next_step_at
    and not exists (select 1 from emails e where e.tenant_id = s.tenant_id and e.dedupe_key = 'cardEnding:' || s.id || ':' || s.session)
  order by s.next_step_at limit ${AT_ONCE}`

/** Writes to those whose card will have ended when it is charged next, once for each card. Answers how many. */
export const mailCardEndings = async ({
  now,
  payload,
}: {
  now: Date
  payload: Payload
}): Promise<number> => {
  const { rows: due } = await systemPool().query<Due>(ENDING, [now.toISOString()])

  return eachDue({ due, payload, work: (one) => write({ ...one, now, payload }) })
}

type Reader = {
  amount: number
  currency: string
  email: string
  locale: Locale | null
  name: string
  plan: string
  session: string
  until: string
}

const write = async ({
  id,
  now,
  payload,
  tenant,
}: Due & { now: Date; payload: Payload }): Promise<boolean> => {
  const req = await createLocalReq({}, payload)

  return inTransaction(req, async () => {
    const school = await schoolOf({ req, tenant })
    const reader = await row<Reader>(
      req,
      sql`select u.email, u.locale, u.name, s.title as plan, s.amount::float8 as amount, s.currency, s.session,
            to_json(s.next_step_at) #>> '{}' as until
          from subscriptions s join users u on u.id = s.buyer_id
          where s.id = ${id} and coalesce(u.status::text, '') not in ('suspended', 'erased')`,
    )
    if (!reader || !school) {
      return false
    }
    const { email, locale, session, ...due } = reader
    const url = cardLink({ now, origin: school.origin, subscription: id, tenant })
    await queueEmail({
      data: { ...due, url },
      key: `cardEnding:${id}:${session}`,
      locale: locale ?? school.locale,
      req,
      template: 'cardEnding',
      to: email,
    })

    return true
  })
}
