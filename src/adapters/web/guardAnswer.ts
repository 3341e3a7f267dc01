import type { IncomingMessage, ServerResponse } from 'node:http'

import { randomBytes } from 'node:crypto'

import { answerPolicy } from '@/domain/pages/contentSecurity'
import { securityHeaders } from '@/domain/identity/securityHeaders'
import { env } from '@/env'

import { policyOf } from './pagePolicies'

const POLICY = 'content-security-policy'

/** Where Next found a page inside, which is for Next alone. */
const INSIDE = 'x-middleware-rewrite'

type Given = Record<string, unknown>

/** The headers among what `writeHead` is given, by their names in small letters. */
const headersIn = (given: readonly unknown[]): Given =>
  Object.fromEntries(
    given
      .filter((one): one is Given => typeof one === 'object' && one !== null && !Array.isArray(one))
      .flatMap((one) => Object.entries(one))
      .map(([name, value]) => [name.toLowerCase(), value]),
  )

/** Whether a policy says by itself who may frame the answer: browsers then read nothing else. */
const hasOwnFrames = (policy: unknown): boolean => String(policy).includes('frame-ancestors')

/**
 * Has every answer of this server, whoever gives it, carry the headers of `securityHeaders` and a policy of its contents; what an answer says of
 * itself stays, but for where the page stands inside. `isRendered` tells whether a page is rendered for this request alone: Next then finds a nonce in the request, and marks its scripts with it.
 */
export const guardAnswer =
  (isRendered: (request: IncomingMessage) => boolean) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    const path = (request.url ?? '').split('?', 1)[0] ?? ''
    const { host } = request.headers
    const { NODE_ENV, PUBLIC_PROTOCOL, ROOT_DOMAIN } = env()
    // While developing Next evaluates code, and pages have no policy.
    const isBuilt = NODE_ENV === 'production'
    const nonce = isBuilt && isRendered(request) ? randomBytes(16).toString('base64') : undefined
    delete request.headers[POLICY]
    delete request.headers[`${POLICY}-report-only`]
    if (nonce) {
      request.headers[POLICY] = `script-src 'nonce-${nonce}'`
    }
    const isHttps = PUBLIC_PROTOCOL === 'https'
    const all = securityHeaders({
      isHttps,
      isTrusted: isHttps || ROOT_DOMAIN === 'localhost',
      path,
    })
    const writeHead: unknown = Reflect.get(response, 'writeHead')
    response.writeHead = function guarded(this: ServerResponse, ...args: unknown[]) {
      this.removeHeader(INSIDE)
      const given = headersIn(args)
      const said = (name: string): unknown => given[name.toLowerCase()] ?? this.getHeader(name)
      const stated = said(POLICY)
      for (const [name, value] of Object.entries(all)) {
        const isLeft = name === 'X-Frame-Options' && stated !== undefined && hasOwnFrames(stated)
        if (said(name) === undefined && !isLeft) {
          this.setHeader(name, value)
        }
      }
      const media = said('content-type')
      const type = typeof media === 'string' ? media : ''
      const isPage = type.startsWith('text/html')
      // What a browser has is still good, with the policy it came with: one of this answer would take its place.
      const isUnchanged = (typeof args[0] === 'number' ? args[0] : this.statusCode) === 304
      if (stated === undefined && !isUnchanged && (isBuilt || !isPage)) {
        this.setHeader(POLICY, isPage ? policyOf({ host, nonce, path }) : answerPolicy(type))
      }

      return Reflect.apply(writeHead as (...all: unknown[]) => ServerResponse, this, args)
    }
  }
