import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres'

import type { CatalogQuery, Sort } from '@/domain/catalog/catalogQuery'

import { RATINGS as RATING_STEPS } from '@/domain/catalog/catalogQuery'
import { OWN_PRICES } from '@/operations/commerce/courseOffers'
import { RATINGS } from '@/operations/learning/ratings'
import type { Language } from '@/operations/translation/textIn'

import { textsIn } from '@/operations/translation/textIn'

/** A query with what the database needs besides: the category's id, and prices in minor units. */
export type AskedCatalog = Omit<CatalogQuery, 'from' | 'to'> & {
  category: null | string
  /** Every category with each that it stands below, itself included. */
  closure: readonly (readonly [above: string, below: string])[]
  from: null | number
  /** Whose words are looked for beside those that it was written in. */
  language: Language
  size: number
  to: null | number
}

const FACETS = ['category', 'language', 'level', 'price', 'rating'] as const
type Facet = (typeof FACETS)[number]

/** Courses that satisfy all facets, but for one. */
const where = (left?: Facet): SQL =>
  sql.join(
    FACETS.filter((facet) => facet !== left).map((facet) => sql.identifier(`in_${facet}`)),
    sql` and `,
  )

const list = (values: readonly string[]): SQL => sql`${sql.param([...values])}::text[]`

/** Published courses in which every word of the text stands (title, summary, outcomes, description, teacher, category), with what the facets look at. */
const listed = (words: readonly string[], language: Language): SQL => sql`
  select c.id, c.created_at, c.level::text as level, coalesce(c.language::text, t.settings_locale::text) as language,
    p.amount, r.average, coalesce(r.count, 0) as reviews, coalesce(e.learners, 0) as learners
  from courses c
  join tenants t on t.id = c.tenant_id
  left join users u on u.id = c.instructor_id
  left join categories k on k.id = c.category_id
  left join (select course, min(amount) as amount from (${OWN_PRICES}) s group by course) p on p.course = c.id
  left join (${RATINGS}) r on r.course = c.id
  left join (select course_id as course, count(*) as learners from enrollments
    where status <> 'revoked' group by course_id) e on e.course = c.id
  where c._status = 'published' and c.deleted_at is null
    and not exists (select 1 from unnest(${list(words)}) word where position(lower(word) in
      concat_ws(' ', c.search_text, lower(u.name), lower(k.name),
        lower(jsonb_path_query_array(${textsIn(language, 'courses', { of: sql`c.id` })}, '$.*.text')::text))) = 0)`

const SHELVES = sql`
  select id as course, category_id as category from courses where category_id is not null
  union select parent_id, categories_id from courses_rels where path = 'categories' and categories_id is not null`

const flags = ({ category, from, languages, levels, price, rating, to }: AskedCatalog): SQL => sql`
  ${category === null ? sql`true` : sql`exists (select 1 from placed p where p.course = l.id and p.above = ${category})`} as in_category,
  ${languages.length === 0 ? sql`true` : sql`l.language = any(${list(languages)})`} as in_language,
  ${levels.length === 0 ? sql`true` : sql`l.level = any(${list(levels)})`} as in_level,
  coalesce(${price === null ? sql`true` : price === 'free' ? sql`l.amount = 0` : sql`l.amount > 0`}
    and ${from === null ? sql`true` : sql`l.amount >= ${from}::float8`}
    and ${to === null ? sql`true` : sql`l.amount <= ${to}::float8`}, false) as in_price,
  ${rating === null ? sql`true` : sql`coalesce(round(l.average::numeric, 1) >= ${rating}::numeric, false)`} as in_rating`

const ORDERS: Record<Sort, SQL> = {
  newest: sql`created_at desc`,
  popular: sql`learners desc, reviews desc, created_at desc`,
  price: sql`amount asc nulls last, created_at desc`,
  'price-desc': sql`amount desc nulls last, created_at desc`,
  rating: sql`average desc nulls last, reviews desc, created_at desc`,
}

const counted = (facet: Facet, value: SQL): SQL => sql`
  (select coalesce(json_object_agg(value, n), '{}'::json) from (
    select ${value} as value, count(*)::int as n from flagged where ${where(facet)} group by 1) x)`

/**
 * A page of a catalog with everything beside it, in one statement: ids in their order, how many there
 * are, and for each facet how many there would be by each of its values under all the other facets.
 */
export const catalogStatement = (asked: AskedCatalog): SQL => sql`
  with closure as (
    select x->>0 as above, x->>1 as below from jsonb_array_elements(${JSON.stringify(asked.closure)}::jsonb) x),
  listed as materialized (${listed(asked.text.split(' ').filter(Boolean), asked.language)}),
  placed as materialized (
    select distinct s.course, c.above from (${SHELVES}) s join closure c on c.below = s.category::text),
  flagged as materialized (select l.*, ${flags(asked)} from listed l)
  select
    (select count(*)::int from flagged where ${where()}) as total,
    (select coalesce(json_agg(id order by place), '[]'::json) from (
      select id, row_number() over (order by ${ORDERS[asked.sort]}, id desc) as place
      from flagged where ${where()}
      order by place limit ${asked.size} offset ${(asked.page - 1) * asked.size}) p) as ids,
    ${counted('level', sql`level`)} as levels,
    ${counted('language', sql`language`)} as languages,
    ${counted('price', sql`case when amount = 0 then 'free' when amount > 0 then 'paid' else 'none' end`)} as prices,
    (select json_build_object('low', min(amount), 'high', max(amount)) from flagged where ${where('price')}) as range,
    (select coalesce(json_object_agg(p.above, p.n), '{}'::json) from (
      select p.above, count(*)::int as n from flagged f join placed p on p.course = f.id
      where ${where('category')} group by p.above) p) as categories,
    (select count(*)::int from flagged where ${where('category')}) as everywhere,
    (select json_object_agg(step::text, n) from (
      select step, (select count(*)::int from flagged where ${where('rating')}
        and round(average::numeric, 1) >= step) as n
      from unnest(${sql.param([...RATING_STEPS])}::numeric[]) step) x) as ratings`
