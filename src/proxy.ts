import type { NextRequest } from 'next/server'

import { NextResponse } from 'next/server'

import type { HostTenant } from '@/database/hosts'
import type { Locale } from '@/domain/tenancy/locales'

import { sessionCookie } from '@/adapters/auth/cookies'
import { isOfView } from '@/adapters/auth/views'
import { bearerOf } from '@/adapters/auth/tokens'
import { lastKnown, tenantOfHost } from '@/database/hosts'
import { isDatabaseAway } from '@/database/notices'
import { filteredCategory } from '@/domain/catalog/catalogQuery'
import { isLocale, languageAt, plainPath } from '@/domain/tenancy/locales'
import { KEY_PREFIX } from '@/domain/identity/apiKeys'
import { isPersonal } from '@/domain/pages/addresses'
import { bareHost } from '@/domain/tenancy/hosts'
import { isOpenInMaintenance } from '@/domain/tenancy/maintenance'
import { isForged, refuseOrigin } from '@/operations/identity/origin'
import { isStaffSession } from '@/operations/identity/staffSession'
import { turnedAway } from '@/operations/identity/turnedAway'
import { originOf } from '@/operations/tenancy/origins'

export const config = { matcher: ['/((?!_next/).*)'] }

/** Asked by machines on any host: the health check, Caddy, and the worker. */
const HOSTLESS = ['/api/health', '/api/domains/allowed', '/internal/revalidate']

/**
 * Addresses that stand elsewhere inside; Next would take routes of these names for files of its own. Browsers ask for
 * favicon.ico by themselves where a page has not named its icon by the time it is loaded.
 */
const FILES: Readonly<Record<string, string>> = {
  '/favicon.ico': '/favicon.svg',
  '/manifest.webmanifest': '/app.webmanifest',
  '/sitemap.xml': '/addresses.xml',
}

/**
 * The edge: finds the school by host, refuses changes from other origins, sends unsigned visitors of
 * the admin to the school's own sign-in, and maps public paths to the pages of that school.
 */
export const proxy = async (request: NextRequest): Promise<Response> => {
  const { pathname } = request.nextUrl
  if (HOSTLESS.includes(pathname)) {
    return NextResponse.next()
  }
  if (isKeyOutsideApi(request)) {
    return Response.json({ code: 'apiOnly' }, { status: 401 })
  }
  const host = request.headers.get('host') ?? ''
  const tenant = await tenantOf(host)
  if (tenant === 'away') {
    return away(request)
  }
  if (!tenant) {
    return new Response('Not found', { headers: { 'Content-Type': 'text/plain' }, status: 404 })
  }
  const origin = originOf(bareHost(host))
  const hasCookie = request.cookies.has(sessionCookie(origin))
  const { headers, method } = request
  if (isForged({ hasSession: hasCookie, headers, method, origin, path: pathname })) {
    return refuseOrigin()
  }
  if (await isClosedTo({ origin, request, tenant })) {
    return turnedAway({
      isApi: pathname.startsWith('/api/'),
      locale: localeAt(tenant, request),
      reason: 'maintenance',
      tenant,
    })
  }
  if (isMoved({ host: bareHost(host), request, tenant })) {
    return moved(request, tenant)
  }
  if (isAdmin(pathname) && isOfView(headers)) {
    return Response.redirect(`${origin}/dashboard`, 307)
  }
  if (isAdmin(pathname)) {
    return admin({ hasCookie, locale: localeOf(tenant, request), origin, request })
  }
  const document = /^\/(?:certificates|credit-notes|invoices)\/[\w-]+(?=\.pdf$)/.exec(pathname)?.[0]
  if (document) {
    return rewriteTo(request, `/api${document}/pdf`)
  }
  if (pathname.startsWith('/api/')) {
    return NextResponse.next()
  }

  const language = languageOf(tenant, pathname)
  const path = language ? plainPath(pathname) : pathname
  if (language && (isPersonal(path) || path in FILES)) {
    return plain(request, `${origin}${path}`)
  }

  const inside = `${rootOf(tenant, localeAt(tenant, request))}${insideOf(path, request)}`

  return rewriteTo(request, inside)
}

/** Has Next answer with what stands inside. */
const rewriteTo = ({ nextUrl }: NextRequest, inside: string): Response => {
  const url = nextUrl.clone()
  url.pathname = inside

  return NextResponse.rewrite(url)
}

/** The school of a host, or `away` where the database cannot be asked. */
const tenantOf = async (host: string): Promise<'away' | HostTenant | null> => {
  try {
    return await tenantOfHost(host)
  } catch (error) {
    if (isDatabaseAway()) {
      return 'away'
    }
    throw error
  }
}

/** What stands in the place of everything while the database is away, in the looks the school last had. */
const away = (request: NextRequest): Response => {
  const tenant = lastKnown(bareHost(request.headers.get('host') ?? ''))
  const chosen = request.cookies.get('locale')?.value
  const locale = isLocale(chosen) ? chosen : (tenant?.locale ?? 'en')
  const isApi = request.nextUrl.pathname.startsWith('/api/')

  return turnedAway({ isApi, locale, reason: 'away', tenant })
}

/** Whether the school's site is closed to whoever asks for this. */
const isClosedTo = async ({
  origin,
  request: { headers, nextUrl },
  tenant,
}: {
  origin: string
  request: NextRequest
  tenant: HostTenant
}): Promise<boolean> =>
  tenant.isClosed &&
  !isOpenInMaintenance(nextUrl.pathname) &&
  !(await isStaffSession({ headers, origin, tenant: tenant.id }))

/** A person's own pages follow the person: they have no address for a language, and are read at the plain one. */
const plain = ({ nextUrl: { search } }: NextRequest, address: string): Response =>
  new Response(null, {
    headers: { 'Cache-Control': 'private, no-store', Location: `${address}${search}` },
    status: 307,
  })

/** Where a public path stands inside; parts of a catalog stand apart from the whole, which is kept. */
const insideOf = (path: string, { nextUrl: { search } }: NextRequest): string => {
  const category = filteredCategory(path, search)

  return category === null
    ? (FILES[path] ?? (path === '/' ? '' : path))
    : `/courses.filtered${category && `/${category}`}`
}

/** Keys are held within their permissions by the API; pages know people alone. */
const isKeyOutsideApi = ({ headers, nextUrl: { pathname } }: NextRequest): boolean =>
  Boolean(bearerOf(headers)?.startsWith(KEY_PREFIX)) && !pathname.startsWith('/api/')

const isChange = ({ method }: NextRequest): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method)

const isAdmin = (pathname: string): boolean =>
  pathname === '/admin' || pathname.startsWith('/admin/')

/** What staff need on their way to the admin and in it, on any host of the school. */
const STAYS = /^\/(?:favicon\.(?:ico|svg)|forgot|reset|preview\/.*)$/

/**
 * Whether a page of a school is read at its main address, and was asked for at another of its hosts.
 * The API answers on every host. So does the admin, with the sign-in that leads there: whoever has to
 * mend a domain must not need it for that.
 */
const isMoved = ({
  host,
  request,
  tenant,
}: {
  host: string
  request: NextRequest
  tenant: HostTenant
}): boolean => {
  const { pathname, searchParams } = request.nextUrl
  const [next = ''] = (searchParams.get('next') ?? '').split('?')

  return (
    tenant.kind === 'school' &&
    host !== tenant.primaryHost &&
    !isChange(request) &&
    !pathname.startsWith('/api/') &&
    !isAdmin(pathname) &&
    !STAYS.test(pathname) &&
    !(pathname === '/sign-in' && isAdmin(next))
  )
}

/** To the same page at the school's main address, for good; browsers ask again, since a domain can be taken away. */
const moved = (request: NextRequest, { primaryHost }: HostTenant): Response => {
  const { pathname, search } = request.nextUrl

  return new Response(null, {
    headers: {
      'Cache-Control': 'public, max-age=0, must-revalidate',
      Location: `${originOf(primaryHost)}${pathname}${search}`,
    },
    status: 308,
  })
}

/** Where the pages of a school, or of the platform, stand inside. */
const rootOf = ({ id, kind }: HostTenant, locale: Locale): string =>
  kind === 'platform' ? `/platform/${locale}` : `/s/${id}/${locale}`

/** The further language of a school that an address is in; null for a plain one. */
const languageOf = (tenant: HostTenant, pathname: string): Locale | null =>
  tenant.kind === 'school' ? languageAt(tenant, pathname) : null

/** The language of the address, else the reader's. */
const localeAt = (tenant: HostTenant, request: NextRequest): Locale =>
  languageOf(tenant, request.nextUrl.pathname) ?? localeOf(tenant, request)

/** The reader's own choice, else the school's language. */
const localeOf = (tenant: HostTenant, request: NextRequest): Locale => {
  const chosen = request.cookies.get('locale')?.value

  return isLocale(chosen) ? chosen : tenant.locale
}

/** Cookie in which Payload keeps the language of its admin. */
const ADMIN_LANGUAGE = 'payload-lng'

/** Opens the admin in the school's language, until its reader chooses another in the account page. */
const openAdmin = (request: NextRequest, locale: Locale): Response => {
  if (request.cookies.has(ADMIN_LANGUAGE)) {
    return NextResponse.next()
  }
  const headers = new Headers(request.headers)
  headers.set('cookie', `${request.headers.get('cookie') ?? ''}; ${ADMIN_LANGUAGE}=${locale}`)
  const answer = NextResponse.next({ request: { headers } })
  answer.cookies.set(ADMIN_LANGUAGE, locale, { path: '/', sameSite: 'lax' })

  return answer
}

/** Payload would answer an unsigned visitor with a streamed redirect to a sign-in of its own. */
const admin = ({
  hasCookie,
  locale,
  origin,
  request,
}: {
  hasCookie: boolean
  locale: Locale
  origin: string
  request: NextRequest
}): Response => {
  const { pathname, search } = request.nextUrl
  const isLogin = pathname === '/admin/login'
  if (pathname === '/admin/logout' || (hasCookie && !isLogin)) {
    return openAdmin(request, locale)
  }
  const next = isLogin
    ? insideAdmin(request.nextUrl.searchParams.get('redirect'))
    : `${pathname}${search}`

  return Response.redirect(`${origin}/sign-in?next=${encodeURIComponent(next)}`, 307)
}

const insideAdmin = (path: null | string): string =>
  path && /^\/admin(?:\/|$|\?)/.test(path) ? path : '/admin'
