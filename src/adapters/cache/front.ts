import type { IncomingMessage, ServerResponse } from 'node:http'

import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

import { lastKnown, remembered, tenantOfHost } from '@/database/hosts'
import { isDatabaseAway } from '@/database/notices'
import type { Locale } from '@/domain/tenancy/locales'

import { bareHost } from '@/domain/tenancy/hosts'
import { languageAt, localeAsked } from '@/domain/tenancy/locales'

import type { HostTenant } from '@/database/hosts'

import type { KeptPage } from './keptPages'
import type { Fetched } from './ownServer'

import { keptHere } from './keptHere'
import { bytesOfPage } from './keptPages'
import { holdAnswer } from './outgoing'
import { askOwnServer, pageHeaders } from './ownServer'
import { isHeld } from './held'
import { encodingAsked, pagePath } from './pageRequest'

/** Browsers and shared caches may keep a page, and ask each time whether it is still the same. */
const CACHE_CONTROL = 'public, max-age=0, must-revalidate'

const pages = keptHere(bytesOfPage)
const fetching = new Set<string>()

/**
 * Answers a request for a public page that is kept in memory, before Next sees it; true where it did.
 * Otherwise looks at Next's answer, which goes out as a document where it is one, and has the page kept when Next
 * served it from its own cache: that is, when it is the same for every visitor of the school who reads its language.
 */
export const answerKeptPage = (request: IncomingMessage, response: ServerResponse): boolean => {
  checkAlways(response)
  const path = pagePath(request)
  const asked = path === null ? null : askedPage(request, path)
  const page =
    asked &&
    (pages.get(asked.key, Date.now()) ?? (isDatabaseAway() ? pages.last(asked.key) : undefined))
  if (page) {
    send({ page, request, response })

    return true
  }
  if (isHeld(request)) {
    holdAnswer(request, response)
  }
  if (asked) {
    keepLater({ ...asked, request, response })
  }

  return false
}

type Asked = { key: string; locale: Locale; path: string; tenant: string }

/** The page that a request asks for, by all that it depends on; null where this process has yet to learn whose host it is. */
const askedPage = ({ headers }: IncomingMessage, path: string): Asked | null => {
  const { cookie, host = '' } = headers
  const tenant = openTenant(bareHost(host))
  if (!tenant) {
    return null
  }
  const locale = languageAt(tenant, path) ?? localeAsked(cookie, tenant.locale)

  return { key: `${tenant.id} ${locale} ${host} ${path}`, locale, path, tenant: tenant.id }
}

/** Has a page kept that Next answers from its own cache, unless the school's pages change meanwhile. */
const keepLater = ({
  response,
  ...asked
}: Asked & { request: IncomingMessage; response: ServerResponse }): void => {
  const state = pages.stateOf(asked.tenant)
  response.once('finish', () => {
    if (response.statusCode === 200 && response.getHeader('x-nextjs-cache') === 'HIT') {
      void keep({ ...asked, state })
    }
  })
}

/**
 * The school of a host whose pages are for everybody; null where they are closed, or nothing is known. While
 * the database is away, as it was last known; each such look asks whether it is back.
 */
const openTenant = (host: string): HostTenant | null => {
  const isAway = isDatabaseAway()
  const tenant = remembered(host) ?? (isAway ? lastKnown(host) : null)
  if (isAway) {
    void tenantOfHost(host).catch(() => undefined)
  }

  return tenant?.isClosed ? null : tenant
}

const send = ({
  page: { bodies, etag, headers },
  request,
  response,
}: {
  page: KeptPage
  request: IncomingMessage
  response: ServerResponse
}): void => {
  const { 'accept-encoding': accepts, 'if-none-match': known } = request.headers
  if (known?.split(',').some((one) => one.trim() === etag)) {
    response.writeHead(304, { ...headers, ETag: etag })
    response.end()

    return
  }
  const encoding = encodingAsked(accepts)
  const body = bodies[encoding]
  response.writeHead(200, {
    ...headers,
    ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
    'Content-Length': body.length,
    ETag: etag,
  })
  response.end(body)
}

/** Next lets shared caches keep a static page for a year, which no change of ours would reach. */
const checkAlways = (response: ServerResponse): void => {
  const writeHead: unknown = Reflect.get(response, 'writeHead')
  response.writeHead = function checked(this: ServerResponse, ...args: unknown[]) {
    if (String(this.getHeader('cache-control')).startsWith('s-maxage')) {
      this.setHeader('Cache-Control', CACHE_CONTROL)
    }

    return Reflect.apply(writeHead as (...all: unknown[]) => ServerResponse, this, args)
  }
}

type Fetching = Asked & { request: IncomingMessage; state: string }

/** Fetches a page from this very server and keeps it in every encoding; once at a time for each page. */
const keep = async ({ key, locale, path, request, state, tenant }: Fetching): Promise<void> => {
  if (fetching.has(key)) {
    return
  }
  fetching.add(key)
  try {
    const fetched = await askOwnServer({
      headers: { cookie: `locale=${locale}`, host: request.headers.host ?? '' },
      path,
      request,
    })
    if (fetched.headers['x-nextjs-cache'] === 'HIT') {
      const page = await pageOf(fetched)
      pages.put({ key, now: Date.now(), page, state, tenant })
    }
  } catch {
    // The visitor has an answer already; the next one brings another try.
  } finally {
    fetching.delete(key)
  }
}

const pageOf = async ({ body, headers }: Pick<Fetched, 'body' | 'headers'>): Promise<KeptPage> => {
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    promisify(gzip)(body),
  ])

  return {
    bodies: { br, gzip: zipped, identity: body },
    etag: `W/${String(headers.etag).replace(/^W\//, '')}`,
    headers: { ...pageHeaders(headers), 'cache-control': CACHE_CONTROL },
  }
}
