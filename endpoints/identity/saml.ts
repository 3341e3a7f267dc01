import { z } from 'zod'

import { samlAccountIn } from '@/adapters/signIn/samlMetadata'
import { samlMetadata } from '@/adapters/signIn/saml'
import { RuleError } from '@/domain/errors'
import { returnPath } from '@/domain/identity/signInProviders'
import { takeResponse } from '@/operations/identity/samlSignIn'
import { asking, providerOf, returnAddress } from '@/operations/identity/signInProviders'
import { isOwner } from '@hooks/access'

import { endpoint, publicEndpoint } from '../support/endpoint'
import { NotAllowed, NotHere } from '../support/errors'
import { floodGate } from '../support/floods'
import { goTo, refusalCookie } from './goTo'

const gate = floodGate({ most: 60, seconds: 300 })

/**
 * POST /api/sign-in/provider/:id/acs `SAMLResponse=…&RelayState=…`: where a provider that speaks SAML sends people back, by a form of its own
 * page and so without our cookies. 303 to the return address of all providers, which has them, with what was read under a name; or to the
 * sign-in page with a cookie that says why not.
 */
export const samlAcs = publicEndpoint({
  input: z.object({ id: z.uuid(), bytes: z.instanceof(Buffer) }),
  path: '/sign-in/provider/:id/acs',
  run: async ({ input: { id, bytes }, req, tenant }) => {
    const now = new Date()
    gate({ headers: req.headers, now, tenant })
    const form = new URLSearchParams(bytes.toString('utf8'))
    const state = form.get('RelayState') ?? ''
    try {
      const encoded = form.get('SAMLResponse') ?? ''
      const code = await takeResponse({ id, encoded, now, req, tenant })
      const query = new URLSearchParams({ code, state: state.slice(0, 400) })

      return goTo(`${returnPath(id)}?${query}`, [])
    } catch (error) {
      if (!(error instanceof RuleError)) {
        throw error
      }

      return goTo('/sign-in', [refusalCookie(error)])
    }
  },
  takesBytes: 512 * 1024,
  transaction: false,
})

/** GET /api/sign-in/provider/:id/metadata: what a provider is to be told of us, as XML. 404 for one that does not speak SAML. */
export const samlMetadataOf = publicEndpoint({
  input: z.object({ id: z.uuid() }),
  method: 'get',
  path: '/sign-in/provider/:id/metadata',
  run: async ({ input: { id }, req, tenant }) => {
    const found = await providerOf({ id, req, tenant })
    if (!found?.saml) {
      throw new NotHere()
    }

    return new Response(await samlMetadata(returnAddress(req, id), found.saml), {
      headers: { 'Content-Type': 'application/samlmetadata+xml' },
    })
  },
})

/**
 * POST /api/sign-in-providers/metadata `{ source }`, for owners: what stands in a provider's metadata, pasted or found at an https address:
 * `{ issuer, ssoAddress, certificates, signsRequests }`. 422 providerRefused with what it `said`, providerAway.
 */
export const readMetadata = endpoint({
  input: z.object({ source: z.string().trim().min(1).max(200_000) }),
  path: '/sign-in-providers/metadata',
  run: async ({ input: { source }, req }) => {
    if (!isOwner(req)) {
      throw new NotAllowed()
    }

    return asking(() => samlAccountIn(source))
  },
  transaction: false,
})
