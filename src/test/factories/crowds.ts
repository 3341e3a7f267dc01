import pg from 'pg'

import { env } from '@/env'

/** As the owner of the database, who alone may look at everything and count it for the planner. */
const asOwner = async <T>(run: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: env().DATABASE_URL })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

/**
 * Fills a course with learners who stand here and there in it: most of them active, one in fifty paused, one in twenty
 * held up, one in a hundred with work to grade, one in ten in the cohort.
 */
export const crowdIn = ({
  cohort = null,
  count,
  course,
}: {
  cohort?: null | string
  count: number
  course: string
}): Promise<unknown> =>
  asOwner(async (client) => {
    await client.query(
      `with made as (
         insert into users (id, tenant_id, name, email, status, email_verified)
         select uuidv7(), c.tenant_id, (array['Anna', 'Boris', 'Chaya', 'Dov'])[1 + n % 4] || ' Family' || n,
           'crowd-' || n || '-' || right($1, 8) || '@crowd.test', 'active', true
         from courses c, generate_series(1, $2::int) n where c.id = $1::uuid returning id, tenant_id, email)
       insert into enrollments (id, tenant_id, learner_id, course_id, cohort_id, status, source, percent, created_at, last_activity_at,
         failed_at, to_grade, counted_at)
       select uuidv7(), tenant_id, id, $1::uuid, case when nth % 10 = 0 then $3::uuid end,
         case when nth % 50 = 1 then 'paused'::enum_enrollments_status else 'active' end, 'staff', nth % 101,
         now() - nth % 90 * interval '1 day', case when nth % 5 > 0 then now() - (nth % 60) * interval '7 hours' end,
         case when nth % 20 = 3 then now() - interval '1 day' end, case when nth % 100 = 7 then 1 else 0 end, now()
       from (select *, row_number() over (order by email) as nth from made) m`,
      [course, count, cohort],
    )
    await client.query('analyze')
  })

/** Makes small schools around another, `tenant`, each with a course and its learners. */
export const schoolsAround = ({
  learners,
  schools,
  tenant,
}: {
  learners: number
  schools: number
  tenant: string
}): Promise<unknown> =>
  asOwner(async (client) => {
    await client.query(
      `with made as (
         insert into tenants select (jsonb_populate_record(null::tenants, to_jsonb(t) || jsonb_build_object(
           'id', uuidv7(), 'slug', t.slug || '-around-' || n, 'name', 'Around ' || n))).*
         from tenants t, generate_series(1, $1::int) n where t.id = $3::uuid returning id),
       courses as (
         insert into courses (id, tenant_id, title, slug, _status)
         select uuidv7(), id, 'Course', 'course', 'published' from made returning id, tenant_id),
       people as (
         insert into users (id, tenant_id, name, email, status, email_verified)
         select uuidv7(), id, 'Learner ' || n, 'learner-' || n || '@around.test', 'active', true
         from made, generate_series(1, $2::int) n returning id, tenant_id)
       insert into enrollments (id, tenant_id, learner_id, course_id, status, source, percent, counted_at)
       select uuidv7(), p.tenant_id, p.id, c.id, 'active', 'staff', 0, now() from people p join courses c using (tenant_id)`,
      [schools, learners, tenant],
    )
    await client.query('analyze')
  })
