import type { Endpoint } from 'payload'

import { z } from 'zod'

import { tenantOfHost } from '@/database/hosts'
import { bareHost } from '@/domain/tenancy/hosts'
import { askToCheck } from '@/operations/tenancy/askToCheck'
import { askedOften } from '@/operations/tenancy/askedOften'
import { checkDomain } from '@/operations/tenancy/checkDomain'
import { domainOf, domainsOf } from '@/operations/tenancy/domainOverview'
import { domainWords } from '@/operations/tenancy/domainWords'
import { packageKnown } from '@/operations/tenancy/packageKnown'
import { setPrimaryDomain } from '@/operations/tenancy/primaryDomain'
import { isManager } from '@hooks/access'

import type { SignedIn } from '../support/endpoint'

import { endpoint } from '../support/endpoint'
import { CodedError, NotAllowed, NotHere, TooMany } from '../support/errors'

const NO_STORE = { 'Cache-Control': 'no-store' }

/** A name in the letters of DNS; anything else is no name of ours and not worth a look. */
const NAME = /^[a-z0-9.-]{1,253}$/

/**
 * GET /api/domains/allowed?domain=: asked by Caddy before it gets a certificate on demand. 200 when
 * the name is the platform's, a school's sub-domain, a verified domain of a school or the host of a package, else 404. Many
 * strangers' names in a short time are answered 429: no certificate is got for them either.
 */
export const domainAllowed: Endpoint = {
  handler: async (req) => {
    const host = bareHost(req.searchParams.get('domain') ?? '')
    if (!NAME.test(host)) {
      return new Response(null, { headers: NO_STORE, status: 404 })
    }
    const wait = askedOften(host)
    if (wait > 0) {
      return new Response(null, {
        headers: { ...NO_STORE, 'Retry-After': String(wait) },
        status: 429,
      })
    }
    const isOurs = (await tenantOfHost(host)) !== null || (await packageKnown(host, req))

    return new Response(null, { headers: NO_STORE, status: isOurs ? 200 : 404 })
  },
  method: 'get',
  path: '/domains/allowed',
}

const requireManager = (req: SignedIn): void => {
  if (!isManager(req)) {
    throw new NotAllowed()
  }
}

/** GET /api/domains/overview: the school's domains with the records each needs and how they were found. */
export const domainsOverview = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/domains/overview',
  run: async ({ req, tenant }) => {
    requireManager(req)

    return domainsOf({ req, tenant })
  },
})

const input = z.object({ id: z.uuid() })

/**
 * POST /api/domains/:id/check: looks at the domain's records now, and answers it as `overview` does.
 * Awaits a claim that had run out for another seven days. 429 with `Retry-After` within five seconds
 * of the last look.
 */
export const checkDomainNow = endpoint({
  input,
  path: '/domains/:id/check',
  run: async ({ input: { id }, req }) => {
    requireManager(req)
    const asked = await askToCheck({ id, req })
    if (typeof asked === 'object') {
      throw new TooMany(asked)
    }
    if (asked === 'notFound' || !(await checkDomain({ id, req }))) {
      throw new NotHere()
    }

    return { domain: await domainOf({ id, req }) }
  },
  transaction: false,
})

/**
 * POST /api/domains/:id/primary `{ isPrimary }`: makes the domain the school's main address, to which
 * its pages, mails and certificates lead; or with false the sub-domain. 422 `domainNotConnected`,
 * `domainNotSecure` where visitors could not get there.
 */
export const makeDomainPrimary = endpoint({
  input: input.extend({ isPrimary: z.boolean() }),
  path: '/domains/:id/primary',
  run: async ({ input: asked, req }) => {
    requireManager(req)
    const answer = await setPrimaryDomain({ ...asked, req })
    if (answer === 'notFound') {
      throw new NotHere()
    }
    if (answer !== 'done') {
      throw new CodedError({
        code: answer,
        data: { message: domainWords(req.i18n.language, answer) },
        status: 422,
      })
    }

    return { domain: await domainOf({ id: asked.id, req }) }
  },
})
