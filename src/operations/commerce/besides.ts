import { sql } from '@payloadcms/db-postgres'

/** What the offer `o` of a statement offers beside itself now, as JSON of `Besides`. */
export const BESIDES =
  sql.raw(`coalesce((select json_agg(json_build_object('id', a.id, 'offered', a.offered_id,
    'percentOff', coalesce(a.percent_off, 0)::float8, 'amount', a.amount::float8, 'currency', a.currency, 'title', a.title,
    'text', coalesce(a.text, '')) order by a.position, a.id)
  from offer_additions a where a.offer_id = o.id and a.is_active), '[]'::json)`)
