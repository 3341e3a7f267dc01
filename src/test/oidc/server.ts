import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

import Provider from 'oidc-provider'

/** Somebody whom the provider knows. */
export type OidcPerson = {
  email?: string
  email_verified?: boolean
  groups?: string[]
  name?: string
  sub: string
}

export const OIDC_KEYS = { clientId: 'lectern', clientSecret: 'a secret of the tests & more' }

/**
 * A real OpenID Connect provider on this machine, which knows `people` by their `sub` and signs in the one whom `next` names without
 * asking, or nobody where it is null. `redirects` are the addresses that it sends people back to.
 */
export const startOidcServer = async (redirects: readonly string[], port = 0) => {
  const people = new Map<string, OidcPerson>()
  const state: { next: null | string } = { next: null }
  const server = createServer()
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const allowed = new Set(redirects)
  const provider = new Provider(origin, {
    claims: { email: ['email', 'email_verified'], openid: ['sub'], profile: ['groups', 'name'] },
    clients: [
      {
        client_id: OIDC_KEYS.clientId,
        client_secret: OIDC_KEYS.clientSecret,
        redirect_uris: ['http://nowhere.localhost/'],
      },
    ],
    cookies: { keys: ['a key of the tests'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, ...people.get(sub) }),
    }),
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'tests', use: 'sig' }] },
    pkce: { required: () => true },
  })
  // Schools come and go in tests: their addresses are not known when the provider begins.
  const { Client } = provider as unknown as {
    Client: { prototype: { redirectUriAllowed: (uri: string) => boolean } }
  }
  Client.prototype.redirectUriAllowed = (uri) => [...allowed].some((one) => uri.startsWith(one))

  const interact = async (request: IncomingMessage, response: ServerResponse) => {
    const { params, prompt } = await provider.interactionDetails(request, response)
    if (!state.next) {
      await provider.interactionFinished(request, response, { error: 'access_denied' })
    } else if (prompt.name === 'login') {
      await provider.interactionFinished(request, response, { login: { accountId: state.next } })
    } else {
      const grant = new provider.Grant({
        accountId: state.next,
        clientId: String(params.client_id),
      })
      grant.addOIDCScope('openid email profile')
      await provider.interactionFinished(request, response, {
        consent: { grantId: await grant.save() },
      })
    }
  }
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) {
      void interact(request, response)
    } else {
      answer(request, response)
    }
  })

  return {
    allow: (redirect: string) => allowed.add(redirect),
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
    host: new URL(origin).host,
    knows: (person: OidcPerson) => people.set(person.sub, person),
    origin,
    signsIn: (sub: null | string) => {
      state.next = sub
    },
  }
}

/** Goes the way of a browser from an address at the provider until it is sent to another host, and answers that address. */
export const walk = async (address: string): Promise<string> => {
  const jar = new Map<string, string>()
  const { host } = new URL(address)
  for (let url = address, step = 0; step < 10; step += 1) {
    const answer = await fetch(url, {
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      redirect: 'manual',
    })
    for (const header of answer.headers.getSetCookie()) {
      const [pair = ''] = header.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const location = answer.headers.get('location')
    if (!location) {
      throw new Error(`${url} answers ${answer.status}: ${await answer.text()}`)
    }
    url = new URL(location, url).href
    if (new URL(url).host !== host) {
      return url
    }
  }
  throw new Error('The provider goes round in circles.')
}
