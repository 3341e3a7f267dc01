import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'
import { REMINDER_LINK_DAYS } from '@/domain/tenancy/reminders'

/**
 * Writes down that an order which was paid came of a reminder: its buyer was reminded of the same offers in the days
 * before, and of the checkout that was reminded of last where there are several. What was not reminded of counts as
 * bought. A second call changes nothing.
 */
export const recoverByOrder = async ({
  order,
  req,
}: {
  order: string
  req: PayloadRequest
}): Promise<void> => {
  await rows(
    req,
    sql`with paid as (select o.id, o.buyer_id, o.paid_at from orders o where o.id = ${order} and o.status = 'paid' and o.subscription_id is null),
        left_open as (
          select a.id, a.reminders, a.reminded_at, o.id as "order", o.paid_at,
            a.reminders > 0 and a.reminded_at > o.paid_at - interval '1 day' * ${REMINDER_LINK_DAYS} as counts
          from abandoned_checkouts a join paid o on o.buyer_id = a.buyer_id
          where a.status in ('reminded', 'passed', 'bought') and (a.order_id = o.id or exists (
            select 1 from order_lines l where l.order_id = o.id and a.purchase -> 'offers' ? l.offer_id::text))),
        last as (select id from left_open where counts
          and not exists (select 1 from abandoned_checkouts r where r.recovered_by_id = ${order}) order by reminded_at desc limit 1)
        update abandoned_checkouts a set updated_at = now(),
          status = case when a.id in (select id from last) then 'recovered'::enum_abandoned_checkouts_status else 'bought' end,
          recovered_by_id = case when a.id in (select id from last) then p."order" end,
          recovered_at = case when a.id in (select id from last) then p.paid_at end
        from left_open p where a.id = p.id`,
  )
}
