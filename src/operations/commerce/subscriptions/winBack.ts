import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { Locale } from '@/domain/tenancy/locales'

import { systemPool } from '@/database/hosts'
import { inTransaction, row, rows } from '@/database/transaction'
import { checkoutPath } from '@/domain/commerce/paths'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'

import type { Due } from './eachDue'

import { eachDue } from './eachDue'

/** Subscriptions looked at in one round; the rest waits for the next. */
const AT_ONCE = 200

/**
 * Writes once to those whose subscription ended so many days ago as their school has set, with the way to begin again;
 * not to who has another that runs, or an account no more. Answers for how many that is done.
 */
export const winBack = async ({
  now,
  payload,
}: {
  now: Date
  payload: Payload
}): Promise<number> => {
  const { rows: due } = await systemPool().query<Due>(
    `select s.id, s.tenant_id as tenant from subscriptions s join tenants t on t.id = s.tenant_id
     where s.ended_at is not null and s.won_back_at is null and s.kind = 'subscription'
       and coalesce(t.settings_recurring_win_back_days, 0) > 0
       and s.ended_at <= $1::timestamptz - interval '1 day' * t.settings_recurring_win_back_days
     order by s.ended_at limit ${AT_ONCE}`,
    [now.toISOString()],
  )

  return eachDue({
    due,
    payload,
    work: async (one) => {
      const req = await createLocalReq({}, payload)
      await inTransaction(req, () => invite({ ...one, now, req }))

      return true
    },
  })
}

type Left = {
  /** That the link is to carry; null where there is none, or it is over. */
  coupon: null | string
  email: string
  isBack: boolean
  locale: Locale | null
  name: string
  offer: string
  plan: string
}

const invite = async ({
  id,
  now,
  req,
  tenant,
}: Due & { now: Date; req: Awaited<ReturnType<typeof createLocalReq>> }): Promise<void> => {
  const left = await row<Left>(
    req,
    sql`update subscriptions s set won_back_at = ${now.toISOString()}, updated_at = now() from users u, offers f
        where s.id = ${id} and s.won_back_at is null and u.id = s.buyer_id and f.id = s.offer_id
        returning u.email, u.locale, u.name, s.offer_id as offer, s.title as plan,
          (select c.code from coupons c join tenants t on t.id = c.tenant_id where c.tenant_id = s.tenant_id
            and c.code = t.settings_recurring_win_back_coupon and (c.expires_at is null or c.expires_at > ${now.toISOString()}::timestamptz)) as coupon,
          (not f.is_active or coalesce(u.status::text, '') in ('suspended', 'erased') or exists (select 1 from subscriptions o where o.buyer_id = s.buyer_id and o.id <> s.id
            and o.status in ('trialing', 'active', 'pastDue', 'paused'))) as "isBack"`,
  )
  const school = left && !left.isBack ? await schoolOf({ req, tenant }) : null
  if (!left || !school) {
    await rows(
      req,
      sql`update subscriptions set won_back_at = ${now.toISOString()} where id = ${id} and won_back_at is null`,
    )

    return
  }
  const { name, coupon, email, locale, offer, plan } = left
  await queueEmail({
    data: { name, plan, url: `${school.origin}${checkoutPath({ coupon, offers: [offer] })}` },
    key: `planWinBack:${id}`,
    locale: locale ?? school.locale,
    req,
    template: 'planWinBack',
    to: email,
  })
}
