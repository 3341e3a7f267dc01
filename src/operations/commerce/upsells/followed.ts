import { sql } from '@payloadcms/db-postgres'

/** Whether the upsell `u` follows a purchase of the offer `o`. */
const FOLLOWS = sql.raw(`u.is_active and u.tenant_id = o.tenant_id and (
  not exists (select 1 from upsells_rels f where f.parent_id = u.id and f.path = 'offers')
  or exists (select 1 from upsells_rels f where f.parent_id = u.id and f.path = 'offers' and f.offers_id = o.id))`)

/** Whether something is proposed once the offer `o` of a statement is paid. */
export const IS_FOLLOWED = sql`exists (select 1 from upsells u join offers n on n.id = u.offered_id and n.is_active and n.id <> o.id where ${FOLLOWS})`

const stepOf = (prefix: string) =>
  sql.raw(`json_build_object('id', u.id, 'offered', u.${prefix}offered_id, 'percentOff', coalesce(u.${prefix}percent_off, 0)::float8,
    'amount', u.${prefix}amount::float8, 'currency', u.${prefix}currency, 'title', u.${prefix}title, 'text', coalesce(u.${prefix}text, ''))`)

/** What the school proposes after the order `first` of a statement, as JSON of `Upsell`, in its order. */
export const PROPOSED = sql`coalesce((select json_agg(json_build_object('id', u.id, 'minutes', u.minutes::float8, 'upsell', ${stepOf('')},
    'downsell', case when u.downsell_offered_id is not null then ${stepOf('downsell_')} end) order by u.position, u.id)
  from upsells u where exists (select 1 from order_lines l join offers o on o.id = l.offer_id where l.order_id = first.id and ${FOLLOWS})), '[]'::json)`
