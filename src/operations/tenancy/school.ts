import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { OfferedOrganisation, OfferedProvider } from '@/domain/tenancy/offeredProviders'
import type { Features } from '@/domain/tenancy/features'
import type { Locale } from '@/domain/tenancy/locales'
import type { Spoken } from '@/domain/tenancy/spoken'
import type { Brand } from '@/domain/tenancy/theme'

import { FURTHER_LANGUAGES, SCHOOL_WORDS } from '@/database/languages'
import { row } from '@/database/transaction'

import type { Marks } from './marks'

import { FEATURE_COLUMNS } from './features'
import { markColumns } from './marks'
import { originOf, subDomainOf } from './origins'

/** What pages and mails say and show of a school; `spokenIn` gives it the words of a further language. */
export type School = Marks & {
  brand: Brand
  /** ISO 4217 code of the school's prices. */
  currency: string
  features: Features
  id: string
  /** Whether its pages are closed to all but its staff. */
  isClosed: boolean
  /** Languages beside its own in which it writes. */
  languages: Locale[]
  /** Whether its buyers are asked before they are reminded of a checkout that they leave. */
  asksToRemind: boolean
  locale: Locale
  name: string
  /** Canonical origin, as in `https://learn.example.com`. */
  origin: string
  /** Ways of signing in; `byPassword` is for owners alone where it is false. */
  signIn: {
    byMail: boolean
    byPasskey: boolean
    byPassword: boolean
    organisations: OfferedOrganisation[]
    providers: OfferedProvider[]
  }
  slug: string
  supportEmail: null | string
  tagline: null | string
  timeZone: string
  /** What it says of itself in further languages. */
  words: Spoken['words']
}

type Row = Omit<School, 'brand' | 'origin' | keyof Marks> &
  Omit<Brand, 'radius'> & { host: string; marks: Marks; radius: string }

/** How people sign in to the school `t`. */
const SIGN_IN_WAYS = sql`json_build_object('byMail', t.settings_sign_in_by_mail is not false,
  'byPasskey', t.settings_sign_in_by_passkey is not false, 'byPassword', t.settings_sign_in_by_password is not false,
  'organisations', (select coalesce(json_agg(json_build_object('domains', string_to_array(p.proved, ', '), 'id', p.id,
      'isRequired', p.is_required is true, 'label', coalesce(p.label, '')) order by p.position, p.id), '[]'::json)
    from sign_in_providers p where p.tenant_id = t.id and p.in_use is not null and p.proved is not null),
  'providers', (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'label', coalesce(p.label, '')) order by p.position, p.id), '[]'::json)
    from sign_in_providers p where p.tenant_id = t.id and p.in_use is not null))`

/** The school's own settings, in one statement; null when it does not exist in this scope. */
export const schoolOf = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<null | School> => {
  const found = await row<Row>(
    req,
    sql`select t.id, t.name, t.slug, t.settings_accent as accent, t.settings_radius as radius,
          t.settings_font_pair as "fontPair", coalesce(t.settings_neutral::text, 'brand') as neutral,
          t.settings_locale as locale, t.settings_currency as currency,
          ${sql.raw(FURTHER_LANGUAGES)} as languages,
          t.settings_time_zone as "timeZone", t.settings_tagline as tagline, ${sql.raw(SCHOOL_WORDS)} as words, t.settings_support_email as "supportEmail",
          t.settings_maintenance_is_on is true as "isClosed",
          coalesce(t.settings_reminders_is_on, true) and t.settings_reminders_basis = 'consent' as "asksToRemind", ${FEATURE_COLUMNS} as features, ${SIGN_IN_WAYS} as "signIn", ${markColumns()} as marks,
          coalesce((select d.host from domains d where d.tenant_id = t.id and d.is_primary and d.verified_at is not null limit 1), '') as host
        from tenants t where t.id::text = ${tenant}`,
  )
  if (!found) {
    return null
  }
  const { accent, fontPair, host, marks, neutral, radius, ...rest } = found

  return {
    ...rest,
    ...marks,
    brand: { accent, fontPair, neutral, radius: Number(radius) as Brand['radius'] },
    origin: originOf(host || subDomainOf(found.slug)),
  }
}
