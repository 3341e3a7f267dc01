import { bearerOf } from '@/adapters/auth/tokens'
import { takesForeign } from '@/domain/identity/foreignRequests'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What a page is opened as: by the browser itself, or by a service worker for it. */
const PAGES = ['document', 'empty']

/**
 * Whether a request that carries our cookie was sent by our own page. Browsers state it in Origin, or
 * in Sec-Fetch-Site (Fetch Metadata, W3C); a top-level link from elsewhere may open a page and no more, also where a
 * service worker hands it on: browsers then call the destination `empty`, and no script can state `navigate` itself.
 * `method` is known at the edge alone: there, a change that states neither is refused as well.
 */
export const isSameOrigin = ({
  headers,
  method,
  origin,
}: {
  headers: Headers
  method?: string
  origin: string
}): boolean => {
  const stated = headers.get('origin')
  if (stated) {
    return stated === origin
  }
  const site = headers.get('sec-fetch-site')
  if (site) {
    const opened =
      headers.get('sec-fetch-mode') === 'navigate' &&
      PAGES.includes(headers.get('sec-fetch-dest') ?? '')

    return site === 'same-origin' || site === 'none' || (opened && isSafe(method))
  }

  return isSafe(method)
}

type Act = { headers: Headers; method: string; origin: string; path: string }

/**
 * Whether a request is refused for where it was sent from. A change is, where a browser says that another site sent it, with or without a cookie: nobody
 * is to be signed in, or to buy, by a page of somebody else; and where it brings cookies and nobody says who sent it. Reading the API with the session's
 * cookie is refused to other sites as well. What brings a token, and what `takesForeign` lists, proves itself.
 */
export const isForged = ({
  hasSession,
  headers,
  method,
  origin,
  path,
}: Act & { hasSession: boolean }): boolean => {
  if (bearerOf(headers)) {
    return false
  }
  if (isSafe(method)) {
    return hasSession && path.startsWith('/api/') && !isSameOrigin({ headers, method, origin })
  }
  const isSaid = headers.has('origin') || headers.has('sec-fetch-site')

  return (
    !takesForeign(path) &&
    (isSaid || headers.has('cookie')) &&
    !isSameOrigin({ headers, method, origin })
  )
}

const isSafe = (method = 'GET'): boolean => SAFE.has(method)

/** What a request from another origin is answered. */
export const refuseOrigin = (): Response => Response.json({ code: 'crossOrigin' }, { status: 403 })
