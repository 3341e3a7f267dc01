import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { Locale } from '@/domain/tenancy/locales'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction, rows } from '@/database/transaction'
import { queueEmails } from '@/operations/mail/queueEmails'
import { schoolOf } from '@/operations/tenancy/school'
import { textInTheirs } from '@/operations/translation/textIn'

/** Days before the end of access at which its learner is reminded. */
const DAYS = [7, 1] as const

/** Reminders of one school in one round. */
const AT_ONCE = 1000

/**
 * Access `e` whose end `ends` (its own, or that of its cohort where that one closes the course) is within so many days of `$now`,
 * was given longer before its end than that, is not renewed by itself, and of whose end, at that time, nobody was reminded yet.
 */
const due = (days: number, next: number): string => `
  from (
    select x.*, least(x.access_until, k.ends_at) as ends
    from enrollments x left join cohorts k on k.id = x.cohort_id and k.closes_at_end
    where x.id in (
      select id from enrollments where access_until > $now::timestamptz + interval '${next} days'
        and access_until <= $now::timestamptz + interval '${days} days'
      union all
      select y.id from cohorts o join enrollments y on y.cohort_id = o.id where o.closes_at_end
        and o.ends_at > $now::timestamptz + interval '${next} days' and o.ends_at <= $now::timestamptz + interval '${days} days')
  ) e
  join users u on u.id = e.learner_id and u.status = 'active'
  join courses c on c.id = e.course_id and c.deleted_at is null
  where e.status = 'active' and e.ends > $now::timestamptz + interval '${next} days'
    and e.ends <= $now::timestamptz + interval '${days} days'
    and not exists (select 1 from access_grants g where g.enrollment_id = e.id
      and (g.starts_at > e.ends - interval '${days} days' or (g.key like 'subscription:%' and g.ends_at = e.ends)))
    and not exists (select 1 from emails m where m.tenant_id = e.tenant_id
      and m.dedupe_key = 'accessEnding:${days}:' || e.id || ':' || extract(epoch from e.ends)::bigint)`

type Due = {
  course: string
  email: string
  ends: string
  enrollment: string
  key: string
  locale: Locale | null
  name: string
  slug: string
}

/**
 * Reminds learners 7 days and 1 day before their access ends, with the way to renew it; once for each, however many
 * rounds run, and anew where access was extended meanwhile. Whoever has less than a day left gets the later reminder
 * alone. Answers how many were reminded.
 */
export const remindOfEnds = async ({
  now,
  payload,
}: {
  now: Date
  payload: Payload
}): Promise<number> => {
  let reminded = 0
  for (const [at, days] of DAYS.entries()) {
    const which = due(days, DAYS[at + 1] ?? 0)
    const { rows: schools } = await systemPool().query<{ tenant: string }>(
      `select distinct e.tenant_id as tenant ${which.replaceAll('$now', '$1')}`,
      [now.toISOString()],
    )
    for (const { tenant } of schools) {
      reminded += await asTenant(tenant, () =>
        remindIn({ days, now, payload, tenant, which }),
      ).catch((error: unknown) => {
        payload.logger.warn({ err: error, tenant }, 'Reminders wait for the next round.')

        return 0
      })
    }
  }

  return reminded
}

const remindIn = async ({
  days,
  now,
  payload,
  tenant,
  which,
}: {
  days: number
  now: Date
  payload: Payload
  tenant: string
  which: string
}): Promise<number> => {
  const req = await createLocalReq({}, payload)
  const school = await schoolOf({ req, tenant })
  if (!school) {
    return 0
  }
  const [before = '', ...after] = which.split('$now')
  const statement = sql.join(
    [sql.raw(before), ...after.flatMap((part) => [sql`${now.toISOString()}`, sql.raw(part)])],
    sql``,
  )

  return inTransaction(req, async () => {
    const found = await rows<Due>(
      req,
      sql`select e.id as enrollment, u.email, u.locale, u.name, c.slug, to_json(e.ends) #>> '{}' as ends,
            extract(epoch from e.ends)::bigint::text as key,
            ${textInTheirs({ locale: sql`u.locale`, tenant: sql`e.tenant_id` }, 'courses', { field: 'title', of: sql`c.id`, own: sql`c.title` })} as course
          ${statement} order by e.ends, e.id limit ${AT_ONCE}`,
    )

    return queueEmails({
      emails: found.map(({ name, slug, course, email, ends, enrollment, key, locale }) => ({
        data: { name, course, endsAt: ends, url: `${school.origin}/courses/${slug}` },
        key: `accessEnding:${days}:${enrollment}:${key}`,
        locale: locale ?? school.locale,
        template: 'accessEnding' as const,
        to: email,
      })),
      req,
    })
  })
}
