import { sql } from '@payloadcms/db-postgres'

import type { BookingNews } from '@/domain/mail/templates'
import type { Locale } from '@/domain/tenancy/locales'

import { row, rows } from '@/database/transaction'
import { MANAGERS } from '@/domain/identity/roles'
import { queueEmails } from '@/operations/mail/queueEmails'
import { schoolOf } from '@/operations/tenancy/school'
import { textInTheirs } from '@/operations/translation/textIn'
import { reaction } from '@hooks/events/reaction'

type Told = { email: string; course: string; id: string; locale: Locale | null; name: string }

type Step = { course: string; learner: string; state: BookingNews; student: string }

/** Tells owners and admins what a learner did about a place in a course, once, where the school wants to hear of it. */
export const tellOnBookingChanged = reaction({
  name: 'tellOnBookingChanged',
  on: 'booking.changed',
  run: async ({ data: { step }, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    const found = await row<Step>(
      req,
      sql`select s.state, s.course_id as course, s.learner_id as learner, u.name as student
          from booking_steps s join users u on u.id = s.learner_id join tenants t on t.id = s.tenant_id
          where s.id = ${step} and s.state::text <> 'refunded' and coalesce(t.settings_mails_bookings, true)`,
    )
    if (!school || !found) {
      return
    }
    const { course, learner, state, student } = found
    const roles = sql.join(
      MANAGERS.map((role) => sql`${role}`),
      sql`, `,
    )
    const told = await rows<Told>(
      req,
      sql`select u.id, u.email, u.locale, u.name,
            ${textInTheirs({ locale: sql`u.locale`, tenant: sql`c.tenant_id` }, 'courses', { field: 'title', of: sql`c.id`, own: sql`c.title` })} as course
          from users u join courses c on c.id = ${course}
          where u.status = 'active' and u.id <> ${learner}
            and exists (select 1 from users_roles r where r.parent_id = u.id and r.value::text in (${roles})) order by u.id`,
    )
    await queueEmails({
      emails: told.map(({ id, name, course: title, email, locale }) => ({
        data: { name, course: title, state, student, url: `${school.origin}/people/${learner}` },
        key: `bookingNews:${step}:${id}`,
        locale: locale ?? school.locale,
        template: 'bookingNews' as const,
        to: email,
      })),
      req,
    })
  },
})
