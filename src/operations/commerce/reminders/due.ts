import { systemPool } from '@/database/hosts'
import { REMINDABLE_HOURS } from '@/domain/tenancy/reminders'

/** Something to remind of: an order that was not paid, a cart that was left, or a checkout that was reminded of once. */
export type DueReminder = {
  buyer: string
  /** Names what is reminded of, once in a school. */
  id: string
  kind: 'again' | 'cart' | 'order'
  tenant: string
  which: string
}

/** Checkouts looked at in one round; the rest waits for the next. */
const AT_ONCE = 200

const IS_ON = 'coalesce(t.settings_reminders_is_on, true)'
const FIRST = "interval '1 hour' * coalesce(t.settings_reminders_first_hours, 1)"
const SECOND = "interval '1 hour' * coalesce(t.settings_reminders_second_hours, 24)"
const ASKS = "coalesce(t.settings_reminders_basis::text, 'started') = 'consent'"
const YOUNGEST = `interval '${REMINDABLE_HOURS} hours'`

const ORDERS = `
  select 'order' as kind, o.id::text as which, 'order:' || o.id as id, o.tenant_id as tenant, o.buyer_id as buyer, o.created_at as at
  from orders o join tenants t on t.id = o.tenant_id
  where o.status in ('pending', 'failed', 'expired') and o.subscription_id is null and o.follows_id is null and o.is_gift is not true and (o.total > 0 or o.terms is not null)
    and not exists (select 1 from place_transfers m where m.order_id = o.id)
    and ${IS_ON} and (o.may_remind or not ${ASKS})
    and o.created_at <= $1::timestamptz - ${FIRST} and o.created_at > $1::timestamptz - ${YOUNGEST}`

const CARTS = `
  select 'cart', c.buyer_id::text, 'cart:' || c.buyer_id || ':' || c.last, c.tenant_id, c.buyer_id, c.at
  from (select tenant_id, buyer_id, max(updated_at) as at, max(id::text) as last from cart_items group by tenant_id, buyer_id) c
    join tenants t on t.id = c.tenant_id
  where ${IS_ON} and not ${ASKS} and c.at <= $1::timestamptz - ${FIRST} and c.at > $1::timestamptz - ${YOUNGEST}`

const AGAIN = `
  select 'again', a.id::text, a.occasion, a.tenant_id as tenant, a.buyer_id, a.reminded_at
  from abandoned_checkouts a join tenants t on t.id = a.tenant_id
  where a.status = 'reminded' and a.reminders = 1 and ${IS_ON} and coalesce(t.settings_reminders_second_hours, 24) > 0
    and a.started_at <= $1::timestamptz - ${SECOND} and a.reminded_at <= $1::timestamptz - ${FIRST}`

/** What is to be reminded of at a moment, in all schools, the oldest first. */
export const dueReminders = async (now: Date): Promise<DueReminder[]> => {
  const { rows } = await systemPool().query<DueReminder>(
    `select kind, which, id, tenant, buyer from (
       select * from (${ORDERS} union all ${CARTS}) n
       where not exists (select 1 from abandoned_checkouts a where a.tenant_id = n.tenant and a.occasion = n.id)
       union all ${AGAIN}) due order by at limit ${AT_ONCE}`,
    [now.toISOString()],
  )

  return rows
}
