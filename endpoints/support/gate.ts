import type { IncomingMessage, ServerResponse } from 'node:http'

import { createHash } from 'node:crypto'

import type { HostTenant } from '@/database/hosts'
import type { Block } from '@/database/blocks'
import type { KeyRate } from '@/domain/identity/apiKeys'
import type { Counted, CountedBy } from '@/domain/identity/requestLimits'

import { sessionToken } from '@/adapters/auth/instance'
import { isOfView } from '@/adapters/auth/views'
import { bearerOf } from '@/adapters/auth/tokens'
import { count, dropEnded, ownCounter } from '@/adapters/limits/count'
import { rangeIn, within } from '@/adapters/web/addressRanges'
import { keepBlocks } from '@/database/blocks'
import { remembered, tenantOfHost } from '@/database/hosts'
import { rateOfKey } from '@/database/keyRates'
import { openGate as putGate } from '@/database/requests'
import {
  apiMost,
  countsForAddress,
  isHashing,
  isOver,
  limitHeaders,
  REQUEST_LIMITS,
} from '@/domain/identity/requestLimits'
import { KEY_PREFIX } from '@/domain/identity/apiKeys'
import { isRefusedInView } from '@/domain/identity/views'
import { bareHost } from '@/domain/tenancy/hosts'
import { localeAsked } from '@/domain/tenancy/locales'
import { turnedAway } from '@/operations/identity/turnedAway'
import { isViewOn, noView } from '@/operations/identity/viewOn'
import { originOf } from '@/operations/tenancy/origins'

import { headersOf } from './incoming'
import { turns } from './turns'

/** Files, films, and what takes its time by nature: not counted, and no turn of the school's is taken by them. */
const UNCOUNTED = /^\/(?:_next|api\/(?:edge|files|media|stream|tus|uploads))(?:\/|$)/

/** Changes that an address may ask a school for in a minute, whatever they are: a class behind one router asks for fewer. */
const MOST_OF_ADDRESS = { most: 1500, seconds: 60 }

const HOUSEKEEPING = 10 * 60_000

/** Blocks as they are asked for: those of everywhere, and each school's. */
const compiled = (blocks: readonly Block[]) => {
  const rangesOf = (some: readonly Block[]) =>
    within(some.flatMap(({ range }) => rangeIn(range) ?? []))
  const own = new Map<string, Block[]>()
  for (const block of blocks.filter(({ isEverywhere }) => !isEverywhere)) {
    own.set(block.tenant, [...(own.get(block.tenant) ?? []), block])
  }
  const everywhere = rangesOf(blocks.filter(({ isEverywhere }) => isEverywhere))
  const schools = new Map([...own].map(([tenant, some]) => [tenant, rangesOf(some)]))

  return (tenant: string, address: string): boolean =>
    everywhere(address) || schools.get(tenant)?.(address) === true
}

type Asked = {
  /** Null for what comes from inside the house. */
  address: null | string
  path: string
  request: IncomingMessage
  response: ServerResponse
  tenant: HostTenant
}

const answer = async (
  { path, request, response, tenant }: Asked,
  refusal: { reason: 'blocked' } | { reason: 'tooMany'; seconds: number },
): Promise<void> => {
  const said = turnedAway({
    isApi: path.startsWith('/api/'),
    locale: localeAsked(request.headers.cookie, tenant.locale),
    tenant,
    ...refusal,
  })
  const body = Buffer.from(await said.arrayBuffer())
  response.writeHead(said.status, {
    ...Object.fromEntries(said.headers),
    'Content-Length': body.length,
    ...(request.method !== 'GET' && { Connection: 'close' }),
  })
  response.end(body)
  request.resume()
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** Whom a request names as its caller; what the name is worth is found out later, by whoever answers. */
const callerOf = ({ request, tenant }: Asked): null | string => {
  const headers = headersOf(request)
  const origin = originOf(bareHost(request.headers.host ?? ''))
  const token = sessionToken({ headers, origin, tenant: tenant.id }) ?? bearerOf(headers)

  return token && hashOf(token)
}

/** The class of the key that a request comes with; null where it comes with none that is known here, or the database does not say. */
const rateOf = async ({ request, tenant }: Asked): Promise<KeyRate | null> => {
  const key = bearerOf(headersOf(request))

  return key?.startsWith(KEY_PREFIX)
    ? rateOfKey({ key, tenant: tenant.id }).catch(() => null)
    : null
}

/** Answers what a view may not ask. One that is over is taken from the browser, so that the next request is its own again. */
const refuseInView = async ({ request, response, tenant }: Asked): Promise<void> => {
  const headers = headersOf(request)
  const isOn = await isViewOn(headers, tenant.id)
  const body = Buffer.from(JSON.stringify({ code: isOn ? 'viewOnly' : 'viewEnded' }))
  response.writeHead(403, {
    'Cache-Control': 'no-store',
    Connection: 'close',
    'Content-Length': body.length,
    'Content-Type': 'application/json',
    ...(!isOn && { 'Set-Cookie': noView(headers) }),
  })
  response.end(body)
  request.resume()
}

/** The windows in which a request is to be counted. */
const windowsOf = async (asked: Asked) => {
  const { address, path, request, tenant } = asked
  const { headers, method = 'GET', url = '' } = request
  const hasToken = headers.authorization !== undefined
  const isSearch = /[?&]q=[^&]/.test(url) && /(?:^|\/)(?:courses|search)$/.test(path)
  const limits = REQUEST_LIMITS.filter(({ of }) => of({ hasToken, isSearch, method, path }))
  if (limits.length === 0) {
    return []
  }
  const names: Record<CountedBy, null | string> = {
    address,
    caller: callerOf(asked),
    school: 'all',
  }

  const rate = hasToken ? await rateOf(asked) : null

  return limits.flatMap(({ name, most, seconds }) =>
    (['address', 'caller', 'school'] as const).flatMap((by) => {
      const all =
        name === 'api' && by === 'caller' ? apiMost({ plan: tenant.apiRequests, rate }) : most[by]

      return all === undefined || names[by] === null
        ? []
        : [{ name, key: `${tenant.id} ${name} ${by} ${names[by]}`, most: all, seconds }]
    }),
  )
}

/**
 * Lets in what may be answered at all, before anything else looks at it: nobody from a blocked address, nothing beyond the limits of
 * `REQUEST_LIMITS` or of an address, and of each school no more at once than its share; of a view, no change. What comes from inside the house is counted by its token alone.
 */
export const openGate = (): void => {
  const blocked = keepBlocks(compiled)
  const addresses = ownCounter()
  const takeTurn = turns()
  blocked()
  setInterval(() => void dropEnded().catch(() => undefined), HOUSEKEEPING).unref()

  const look = async (asked: Asked, pass: () => void): Promise<void> => {
    const { address, path, request, response, tenant } = asked
    const { method = 'GET' } = request
    if (address !== null && blocked()(tenant.id, address)) {
      return answer(asked, { reason: 'blocked' })
    }
    if (UNCOUNTED.test(path)) {
      return pass()
    }
    if (address !== null && countsForAddress({ method, path })) {
      const { most, seconds } = MOST_OF_ADDRESS
      const [all] = addresses([{ key: `${tenant.id} ${address}`, seconds }])
      if (all && all.count > most) {
        return answer(asked, { reason: 'tooMany', seconds: Math.ceil(all.ends / 1000) })
      }
    }
    const windows = await windowsOf(asked)
    if (windows.length > 0) {
      const counts = await count(windows)
      const counted = windows.map((window, at): Counted => ({
        ...window,
        count: counts[at]?.count ?? 1,
        ends: counts[at]?.ends ?? 0,
      }))
      for (const [name, value] of Object.entries(limitHeaders(counted))) {
        response.setHeader(name, value)
      }
      const over = counted.filter(isOver)
      if (over.length > 0) {
        const seconds = Math.max(...over.map(({ ends }) => Math.max(1, Math.ceil(ends / 1000))))

        return answer(asked, { reason: 'tooMany', seconds })
      }
    }
    if (address === null) {
      return pass()
    }
    takeTurn({ isHashing: isHashing({ method, path }), request, response, school: tenant.id }, pass)
  }

  putGate((request, response, pass) => {
    const { headers, url = '' } = request
    const path = url.split('?', 1)[0] ?? ''
    const forwarded = headers['x-forwarded-for']
    const address = typeof forwarded === 'string' ? forwarded : null
    const { method = 'GET' } = request
    const isRefused = isRefusedInView({ method, path }) && isOfView(headersOf(request))
    const isInside = address === null && headers.authorization === undefined && !isRefused
    if (isInside || path.startsWith('/_next/')) {
      return pass()
    }
    const host = bareHost(headers.host ?? '')
    const go = (tenant: HostTenant | null) => {
      const asked = tenant && { address, path, request, response, tenant }

      return asked ? (isRefused ? refuseInView(asked) : look(asked, pass)) : pass()
    }
    const known = remembered(host)
    Promise.resolve(known === undefined ? tenantOfHost(host) : known)
      .then(go, pass)
      .catch(() => response.destroy())
  })
}
