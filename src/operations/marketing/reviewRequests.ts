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

/** Days after its time in which a request is still worth sending: what was finished long ago is left alone. */
const WORTH_DAYS = 30

/** Requests of one school in one round. */
const AT_ONCE = 1000

/** Completions `e` of a school `t` whose time has come, and that nobody has asked about or reviewed yet. */
const DUE = `
  from enrollments e
  join tenants t on t.id = e.tenant_id and coalesce(t.settings_review_requests_is_on, true)
  join users u on u.id = e.learner_id and u.status = 'active'
  join courses c on c.id = e.course_id and c._status = 'published' and c.deleted_at is null
  where e.status <> 'revoked'
    and e.completed_at <= $now::timestamptz - make_interval(days => coalesce(t.settings_review_requests_days, 3)::int)
    and e.completed_at > $now::timestamptz
      - make_interval(days => coalesce(t.settings_review_requests_days, 3)::int + ${WORTH_DAYS})
    and not exists (select 1 from reviews r where r.learner_id = e.learner_id and r.course_id = e.course_id)
    and not exists (select 1 from emails m where m.tenant_id = e.tenant_id
      and m.dedupe_key = 'reviewRequest:' || e.id)`

type Due = {
  course: string
  email: string
  enrollment: string
  locale: Locale | null
  name: string
  slug: string
}

/**
 * Asks everybody who finished a course some days before `now` (each school says how many) for a review,
 * once for each enrollment: a second round, or one at the same time, asks nobody again. Answers how many
 * were asked.
 */
export const askForReviews = async ({
  now,
  payload,
}: {
  now: Date
  payload: Payload
}): Promise<number> => {
  const { rows: schools } = await systemPool().query<{ tenant: string }>(
    `select distinct e.tenant_id as tenant ${DUE.replaceAll('$now', '$1')}`,
    [now.toISOString()],
  )
  let asked = 0
  for (const { tenant } of schools) {
    asked += await asTenant(tenant, () => askIn({ now, payload, tenant })).catch(
      (error: unknown) => {
        payload.logger.warn({ err: error, tenant }, 'Review requests wait for the next round.')

        return 0
      },
    )
  }

  return asked
}

const askIn = async ({
  now,
  payload,
  tenant,
}: {
  now: Date
  payload: Payload
  tenant: string
}): Promise<number> => {
  const req = await createLocalReq({}, payload)

  return inTransaction(req, async () => {
    const school = await schoolOf({ req, tenant })
    if (!school) {
      return 0
    }
    const [before = '', ...after] = DUE.split('$now')
    const due = await rows<Due>(
      req,
      sql`select e.id as enrollment, u.email, u.locale, u.name, ${textInTheirs({ locale: sql`u.locale`, tenant: sql`e.tenant_id` }, 'courses', { field: 'title', of: sql`c.id`, own: sql`c.title` })} as course, c.slug
          ${sql.join(
            [sql.raw(before), ...after.map((part) => sql`${now.toISOString()}${sql.raw(part)}`)],
            sql``,
          )}
          order by e.completed_at, e.id limit ${AT_ONCE}`,
    )

    return queueEmails({
      emails: due.map(({ name, slug, course, email, enrollment, locale }) => ({
        data: { name, course, url: `${school.origin}/courses/${slug}#reviews` },
        key: `reviewRequest:${enrollment}`,
        locale: locale ?? school.locale,
        template: 'reviewRequest',
        to: email,
      })),
      req,
    })
  })
}
