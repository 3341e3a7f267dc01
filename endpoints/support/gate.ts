import type { HostTenant } from '@/database/hosts'
import type { Block } from '@/database/blocks'
import type { Counted } from '@/domain/identity/requestLimits'

import { isOfView } from '@/adapters/auth/views'
import { count, dropEnded, ownCounter } from '@/adapters/limits/count'
import { rangeIn, within } from '@/adapters/web/addressRanges'
import { hasSeveralHosts } from '@/adapters/web/requestTarget'
import { keepBlocks } from '@/database/blocks'
import { remembered, tenantOfHost } from '@/database/hosts'
import { openGate as putGate } from '@/database/requests'
import {
  countsForAddress,
  formOf,
  isHashing,
  isOver,
  isPressed,
  limitHeaders,
} from '@/domain/identity/requestLimits'
import { isRefusedInView } from '@/domain/identity/views'
import { bareHost } from '@/domain/tenancy/hosts'
import { localeAsked } from '@/domain/tenancy/locales'
import { turnedAway } from '@/operations/identity/turnedAway'
import { isViewOn, noView } from '@/operations/identity/viewOn'

import type { Asked } from './asked'

import { refuse } from './asked'
import { askToWork, isWorkedOut } from './challenges'
import { headersOf } from './incoming'
import { limited, windowsOf } from './requestWindows'
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

/** Answers what a view may not ask. One that is over is taken from the browser, so that the next request is its own again. */
const refuseInView = async (asked: Asked): Promise<void> => {
  const headers = headersOf(asked.request)
  const isOn = await isViewOn(headers, asked.tenant.id)
  refuse(asked, {
    body: { code: isOn ? 'viewOnly' : 'viewEnded' },
    headers: isOn ? {} : { 'Set-Cookie': noView(headers) },
    status: 403,
  })
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
    const form = address === null ? null : formOf(limited(asked))
    const isWorked = form !== null && (await isWorkedOut(asked, form))
    // It was counted when it was asked to work something out.
    const windows = (await windowsOf(asked)).filter(({ name }) => !isWorked || name !== form)
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
      const ofForm = counted.filter(({ name }) => name === form)
      if (form && !isWorked && (tenant.asksAlways || ofForm.some(isPressed))) {
        return askToWork(asked, form)
      }
    }
    if (address === null) {
      return pass()
    }
    takeTurn({ isHashing: isHashing({ method, path }), request, response, school: tenant.id }, pass)
  }

  putGate((request, response, pass) => {
    if (hasSeveralHosts(request)) {
      response.writeHead(400, { Connection: 'close', 'Content-Length': 0 })
      response.end()
      request.resume()

      return
    }
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
