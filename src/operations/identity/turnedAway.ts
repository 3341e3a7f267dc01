import type { HostTenant } from '@/database/hosts'
import type { Locale } from '@/domain/tenancy/locales'

import { closedPage, type Reason } from '@/adapters/closed/page'
import { wordsFor } from '@/domain/tenancy/spoken'

/** Seconds after which whoever was turned away may ask again, where it is not said otherwise. */
const RETRY = { away: 15, blocked: null, maintenance: 300, tooMany: 60 } as const

const CODES = {
  away: 'unavailable',
  blocked: 'addressBlocked',
  maintenance: 'maintenance',
  tooMany: 'tooMany',
} as const

const STATUS = { away: 503, blocked: 403, maintenance: 503, tooMany: 429 } as const

type Turned = {
  /** Whether it was an endpoint that was asked rather than a page. */
  isApi: boolean
  locale: Locale
  reason: Exclude<Reason, 'offline'>
  /** When to ask again. */
  seconds?: number
  tenant: HostTenant | null
}

/** What whoever cannot be let in is answered, kept by nobody: as a page, or as `{ code }` and the `seconds` to wait. */
export const turnedAway = ({
  isApi,
  locale,
  reason,
  seconds = RETRY[reason] ?? undefined,
  tenant,
}: Turned): Response => {
  const status = STATUS[reason]
  const headers = {
    'Cache-Control': 'no-store',
    ...(seconds && { 'Retry-After': String(seconds) }),
  }
  if (isApi) {
    const body = { code: CODES[reason], ...(reason === 'tooMany' && { seconds }) }

    return Response.json(body, { headers, status })
  }
  const said = tenant ? wordsFor(tenant, locale) : {}
  const face = tenant && { ...tenant.face, name: said.name ?? tenant.face.name }
  const notice = reason === 'maintenance' ? (said.notice ?? tenant?.notice) : null
  const page = closedPage({ face, locale, notice, reason })

  return new Response(page, {
    headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' },
    status,
  })
}
