import { createHash, randomBytes } from 'node:crypto'

import type { NextRequest } from 'next/server'

import { NextResponse } from 'next/server'

import { isWorkedIn } from '@/domain/pages/addresses'
import { checkoutOn, isPaymentPage, paymentPolicy } from '@/domain/pages/contentSecurity'
import { LOCALE_SCRIPT } from '@/domain/pages/localeScript'
import { SPECULATION } from '@/domain/pages/speculation'
import { OFFLINE_SCRIPT } from '@/domain/tenancy/offlineWorker'
import { THEME_SCRIPT } from '@/domain/tenancy/theme/choice'
import { env } from '@/env'

const HEADER = 'Content-Security-Policy'

/** The scripts that stand in pages themselves, each the same for everybody. */
const HASHES = [THEME_SCRIPT, LOCALE_SCRIPT, OFFLINE_SCRIPT, SPECULATION].map(
  (script) => `sha256-${createHash('sha256').update(script).digest('base64')}`,
)

/**
 * Has Next answer with the page `inside` for the public `path`; one that has to do with payments under a policy that
 * lets no foreign script run (PCI DSS 4.0.1, 6.4.3). Next marks its own scripts with the nonce that it finds in
 * the request. While developing there is no policy: Next evaluates code then.
 */
export const rewriteTo = (request: NextRequest, inside: string, path: string): Response => {
  const url = request.nextUrl.clone()
  url.pathname = inside
  if (!isPaymentPage(path) || process.env.NODE_ENV !== 'production') {
    return NextResponse.rewrite(url)
  }
  const policy = paymentPolicy({
    cdn: env().CDN_URL && new URL(env().CDN_URL ?? '').origin,
    checkout: checkoutOn(path, { apiBase: env().PADDLE_API_BASE }),
    hashes: HASHES,
    host: request.headers.get('host') ?? '',
    nonce: isWorkedIn(path) ? randomBytes(16).toString('base64') : undefined,
  })
  const headers = new Headers(request.headers)
  headers.set(HEADER, policy)
  const answer = NextResponse.rewrite(url, { request: { headers } })
  answer.headers.set(HEADER, policy)

  return answer
}
