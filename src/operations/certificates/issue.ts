import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { randomBytes } from 'node:crypto'

import { row, rows } from '@/database/transaction'
import { certificateNumber, SERIAL_BYTES, spelled } from '@/domain/certificates/serials'
import { requireFeature } from '@/operations/tenancy/features'
import { textInTheirs } from '@/operations/translation/textIn'
import { announce } from '@hooks/events/announce'

/** The language of the learner `u` where the school `t` writes in it, else the school's own. */
const LOCALE = sql`case when u.locale::text in (select k.value::text from tenants_settings_languages k where k.parent_id = t.id)
  then u.locale::text else t.settings_locale::text end::enum_certificates_locale`

type Args = { enrollment: string; req: PayloadRequest; tenant: string }

/**
 * Issues the certificate of a completed enrollment, in the caller's transaction. The unique index on
 * the enrollment lets one of any number of callers in, and that one announces it; answers whether it
 * was this one. Names are written down as they are now, the course's in the learner's language where the school
 * writes in it. A school that has switched certificates off
 * issues none.
 */
export const issueCertificate = async ({ enrollment, req, tenant }: Args): Promise<boolean> => {
  const number = certificateNumber({ bytes: randomBytes(8), issuedAt: new Date() })
  const issued = await row<{ id: string }>(
    req,
    sql`insert into certificates (id, tenant_id, enrollment_id, learner_id, course_id, learner_name,
          course_title, locale, number, serial, issued_at)
        select uuidv7(), e.tenant_id, e.id, e.learner_id, e.course_id, u.name, ${textInTheirs({ locale: sql`u.locale`, tenant: sql`e.tenant_id` }, 'courses', { field: 'title', of: sql`c.id`, own: sql`c.title` })},
          ${LOCALE}, ${number},
          ${spelled(randomBytes(SERIAL_BYTES))}, coalesce(e.completed_at, now())
        from enrollments e join users u on u.id = e.learner_id join courses c on c.id = e.course_id
          join tenants t on t.id = e.tenant_id and t.settings_features_certificates is not false
        where e.id = ${enrollment} and e.completed_at is not null
        on conflict (enrollment_id) do nothing returning id`,
  )
  if (issued) {
    await announce({ data: { certificate: issued.id }, fact: 'certificate.issued', req, tenant })
  }

  return Boolean(issued)
}

/** The same for a completed path; the unique index on the place on it lets one in. */
export const issuePathCertificate = async ({
  member,
  req,
  tenant,
}: Omit<Args, 'enrollment'> & { member: string }): Promise<boolean> => {
  const number = certificateNumber({ bytes: randomBytes(8), issuedAt: new Date() })
  const issued = await row<{ id: string }>(
    req,
    sql`insert into certificates (id, tenant_id, member_id, learner_id, learner_name, course_title, locale, number, serial, issued_at)
        select uuidv7(), m.tenant_id, m.id, m.learner_id, u.name, ${textInTheirs({ locale: sql`u.locale`, tenant: sql`m.tenant_id` }, 'paths', { field: 'title', of: sql`p.id`, own: sql`p.title` })},
          ${LOCALE}, ${number}, ${spelled(randomBytes(SERIAL_BYTES))}, m.completed_at
        from path_members m join users u on u.id = m.learner_id join paths p on p.id = m.path_id
          join tenants t on t.id = m.tenant_id and t.settings_features_certificates is not false
        where m.id = ${member} and m.completed_at is not null
        on conflict (member_id) do nothing returning id`,
  )
  if (issued) {
    await announce({ data: { certificate: issued.id }, fact: 'certificate.issued', req, tenant })
  }

  return Boolean(issued)
}

/**
 * Issues what is missing for courses and paths completed earlier, as when certificates came later than the
 * completions; answers how many it issued. Runs in the caller's transaction; throws certificatesOff.
 */
export const issueMissingCertificates = async ({
  req,
  tenant,
}: Omit<Args, 'enrollment'>): Promise<number> => {
  await requireFeature({ feature: 'certificates', req, tenant })
  const missing = await rows<{ id: string }>(
    req,
    sql`select e.id from enrollments e
        where e.completed_at is not null and e.status <> 'revoked'
          and not exists (select 1 from certificates c where c.enrollment_id = e.id)
        order by e.id limit 1000`,
  )
  let issued = 0
  for (const { id } of missing) {
    issued += (await issueCertificate({ enrollment: id, req, tenant })) ? 1 : 0
  }
  const members = await rows<{ id: string }>(
    req,
    sql`select m.id from path_members m where m.completed_at is not null
          and not exists (select 1 from certificates c where c.member_id = m.id)
        order by m.id limit 1000`,
  )
  for (const { id } of members) {
    issued += (await issuePathCertificate({ member: id, req, tenant })) ? 1 : 0
  }

  return issued
}
