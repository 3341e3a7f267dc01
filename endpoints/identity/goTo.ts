import type { RuleError } from '@/domain/errors'

/** What a page says of somebody who was not let in, for a minute: a cookie that it reads, so that no address can put words there. */
export const refusalCookie = ({ code, detail }: RuleError): string =>
  `refusal=${encodeURIComponent(JSON.stringify({ code, reason: detail.reason }))}; Max-Age=60; Path=/; SameSite=Lax`

/** On to a page of this origin. */
export const goTo = (path: string, cookies: string[]): Response => {
  const headers = new Headers({ 'Cache-Control': 'no-store', Location: path })
  for (const cookie of cookies) {
    headers.append('Set-Cookie', cookie)
  }

  return new Response(null, { headers, status: 303 })
}
