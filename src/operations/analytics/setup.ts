import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Setup } from '@/domain/tenancy/setup'
import type { Locale } from '@/domain/tenancy/locales'

import { takesRealMoney } from '@/adapters/payments'
import { row } from '@/database/transaction'
import { textInTheirs } from '@/operations/translation/textIn'
import { DEFAULT_BRAND } from '@/domain/tenancy/theme'

/** What the start page must know of a school before it counts anything. */
export type SchoolFacts = {
  /** Files in which a virus was found, kept apart. */
  apart: number
  /** Mean progress of active enrollments in per cent; null where there are none. */
  averagePercent: null | number
  currency: string
  locale: Locale
  name: string
  setup: Setup
  timeZone: string
}

type Row = Omit<SchoolFacts, 'setup'> & Omit<Setup, 'payments'>

/** The school's settings and which of its first steps are done, told from its rows in one statement. */
export const schoolFacts = async ({
  language,
  req,
  tenant,
}: {
  /** That of the reader; the school is called as it calls itself there. */
  language: Locale
  req: PayloadRequest
  tenant: string
}): Promise<null | SchoolFacts> => {
  const school = textInTheirs({ locale: sql`${language}::text`, tenant: sql`t.id` }, 'tenants', {
    field: 'name',
    of: sql`t.id`,
    own: sql`t.name`,
  })
  const found = await row<Row>(
    req,
    sql`select ${school} as name, t.settings_currency as currency, t.settings_time_zone as "timeZone", t.settings_locale as locale,
      (select avg(e.percent)::float8 from enrollments e where e.tenant_id = t.id and e.status = 'active') as "averagePercent",
      (select count(*)::int from incoming_files i where i.tenant_id = t.id and i.state = 'quarantined') as apart,
      t.settings_accent <> ${DEFAULT_BRAND.accent} as brand,
      exists (select 1 from courses c where c.tenant_id = t.id and c.deleted_at is null) as course,
      exists (select 1 from lessons l join courses c on c.id = l.course_id and c.deleted_at is null
        where l.tenant_id = t.id and l.deleted_at is null and l._status = 'published') as lesson,
      exists (select 1 from offers o left join offers_prices p on p._parent_id = o.id and p.currency = t.settings_currency
        where o.tenant_id = t.id and o.is_active and (o.kind = 'free' or p.amount is not null)) as price,
      exists (select 1 from pages p where p.tenant_id = t.id and p.slug = 'home' and p._status = 'published') as home,
      exists (select 1 from domains d where d.tenant_id = t.id and d.verified_at is not null) as domain,
      (select count(distinct u.id) > 1 from users u join users_roles r on r.parent_id = u.id
        where u.tenant_id = t.id and r.value in ('owner', 'admin', 'instructor', 'support', 'moderator')) as colleague
      from tenants t where t.id = ${tenant} and t.kind = 'school'`,
  )
  if (!found) {
    return null
  }
  const { name, apart, averagePercent, currency, locale, timeZone, ...done } = found

  return {
    name,
    apart,
    averagePercent,
    currency,
    locale,
    setup: { ...done, payments: await takesRealMoney(req) },
    timeZone,
  }
}
