import pg from 'pg'

import type { Locale } from '@/domain/tenancy/locales'
import type { SchoolWords } from '@/domain/tenancy/spoken'
import type { Brand } from '@/domain/tenancy/theme'

import { bareHost, slugOfHost } from '@/domain/tenancy/hosts'
import { env } from '@/env'

import { FURTHER_LANGUAGES, SCHOOL_WORDS } from './languages'
import { hear, hearing, stopHearing } from './notices'
import { roleUrl } from './roles'

/** What the edge shows of a school where its pages cannot be shown. */
export type Face = Omit<Brand, 'radius'> & {
  name: string
  /** In pixels, as text. */
  radius: string
  supportEmail: null | string
}

/** What the edge must know of a school to route a request to it. */
export type HostTenant = {
  /** Requests that each API client may make in a minute; null where nobody says. */
  apiRequests: null | number
  /** Whether its forms are taken only with something worked out, however seldom they are sent. */
  asksAlways: boolean
  face: Face
  id: string
  /** Whether its pages are closed to all but its staff; `notice` is what it says of that itself. */
  isClosed: boolean
  kind: 'platform' | 'school'
  /** Languages beside its own in which it writes. */
  languages: Locale[]
  locale: Locale
  notice: null | string
  /** Host name, without port, under which the school's canonical addresses are built. */
  primaryHost: string
  slug: string
  /** What it says of itself in further languages. */
  words: Partial<Record<Locale, SchoolWords>>
}

type Cache = {
  hosts: Map<string, { at: number; tenant: HostTenant | null }>
  /** What was last known of a host, for as long as the database does not answer. */
  last: Map<string, HostTenant>
  pool?: pg.Pool
}

const shared = globalThis as { lecternHosts?: Cache }
const cache: Cache = (shared.lecternHosts ??= { hosts: new Map(), last: new Map() })

/** Unknown hosts are asked again soon, known ones when told, or after a minute should the telling fail. */
const KNOWN_MS = 60_000
const UNKNOWN_MS = 5_000
const MOST_HOSTS = 20_000

/** The platform's own connections: they answer for hosts, and serve platform work. */
export const systemPool = (): pg.Pool => {
  if (!cache.pool) {
    const made = new pg.Pool({ connectionString: roleUrl('lectern_system'), max: 4 })
    made.on('error', () => undefined)
    cache.pool = made
  }

  return cache.pool
}

const forget = (): void => {
  cache.hosts = new Map()
}

hear('hosts', { heard: forget, lost: forget })

/** Which school a host names, from a cache that a change of tenants or domains empties. */
export const tenantOfHost = async (rawHost: string | undefined): Promise<HostTenant | null> => {
  const host = bareHost(rawHost ?? '')
  if (!host) {
    return null
  }
  await hearing()
  const known = remembered(host)
  if (known !== undefined) {
    return known
  }
  const { hosts } = cache
  const tenant = await lookUp(host)
  if (cache.hosts !== hosts) {
    // Told of a change meanwhile: this answer may be the old one, and is good for this request alone.
    return tenant
  }
  if (cache.hosts.size >= MOST_HOSTS) {
    cache.hosts.clear()
  }
  cache.hosts.set(host, { at: Date.now(), tenant })
  noteLast(host, tenant)

  return tenant
}

const noteLast = (host: string, tenant: HostTenant | null): void => {
  if (cache.last.size >= MOST_HOSTS) {
    cache.last.clear()
  }
  if (tenant) {
    cache.last.set(host, tenant)
  } else {
    cache.last.delete(host)
  }
}

/** What was last known of a host, be it true still or not: for answers while the database is away. */
export const lastKnown = (host: string): HostTenant | null => cache.last.get(host) ?? null

/** The school of a host as long as the cache may be trusted; null for no school, undefined for unknown. */
export const remembered = (host: string): HostTenant | null | undefined => {
  const known = cache.hosts.get(host)

  return known && Date.now() - known.at < (known.tenant ? KNOWN_MS : UNKNOWN_MS)
    ? known.tenant
    : undefined
}

const lookUp = async (host: string): Promise<HostTenant | null> => {
  const root = env().ROOT_DOMAIN
  const slug = slugOfHost(host, root)
  const { rows } = await systemPool().query<HostTenant>({
    name: 'tenant-of-host',
    text: `
      select t.id, t.slug, t.kind, t.settings_limits_requests::int as "apiRequests", t.settings_sign_in_asks_always is true as "asksAlways", t.settings_locale as locale,
        t.kind = 'school' and t.settings_maintenance_is_on is true as "isClosed", t.settings_maintenance_notice as notice,
        json_build_object('name', t.name, 'accent', t.settings_accent, 'fontPair', t.settings_font_pair,
          'neutral', coalesce(t.settings_neutral::text, 'brand'),
          'radius', t.settings_radius, 'supportEmail', t.settings_support_email) as face,
        ${FURTHER_LANGUAGES} as languages, ${SCHOOL_WORDS} as words,
        case when t.kind = 'platform' then $3::text
          else coalesce((select d.host from domains d where d.tenant_id = t.id and d.is_primary and d.verified_at is not null limit 1), t.slug || '.' || $3::text)
        end as "primaryHost"
      from tenants t
      where ($1::text = $3::text and t.kind = 'platform')
        or ($2::text is not null and t.slug = $2 and t.kind = 'school')
        or t.id = (select d.tenant_id from domains d where d.host = $1::text and d.verified_at is not null)
      limit 1`,
    values: [host, slug, root],
  })

  return rows[0] ?? null
}

/** Ends the connections of this module; for tests and for a clean stop. */
export const closeHosts = async (): Promise<void> => {
  await stopHearing()
  forget()
  await cache.pool?.end()
  cache.pool = undefined
}
