import type { HostTenant } from '@/database/hosts'
import type { Locale } from '@/domain/tenancy/locales'

import { closedPage, type Reason } from '@/adapters/closed/page'
import { wordsFor } from '@/domain/tenancy/spoken'
import { SECURITY_HEADERS } from '@/domain/identity/securityHeaders'

/** Seconds after which whoever was turned away may ask again. */
const RETRY: Record<Exclude<Reason, 'offline'>, number> = { away: 15, maintenance: 300 }

const CODES = { away: 'unavailable', maintenance: 'maintenance' } as const

type Turned = {
  /** Whether it was an endpoint that was asked rather than a page. */
  isApi: boolean
  locale: Locale
  reason: Exclude<Reason, 'offline'>
  tenant: HostTenant | null
}

/** What whoever cannot be let in is answered: 503, kept by nobody, as a page or as `{ code }`. */
export const turnedAway = ({ isApi, locale, reason, tenant }: Turned): Response => {
  const headers = {
    ...SECURITY_HEADERS,
    'Cache-Control': 'no-store',
    'Retry-After': String(RETRY[reason]),
  }
  if (isApi) {
    return Response.json({ code: CODES[reason] }, { headers, status: 503 })
  }
  const said = tenant ? wordsFor(tenant, locale) : {}
  const face = tenant && { ...tenant.face, name: said.name ?? tenant.face.name }
  const notice = reason === 'maintenance' ? (said.notice ?? tenant?.notice) : null
  const page = closedPage({ face, locale, notice, reason })

  return new Response(page, {
    headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' },
    status: 503,
  })
}
