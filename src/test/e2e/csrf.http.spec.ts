import { AUTH_RULES } from '@/domain/identity/permissions/auth'
import { COLLECTION_RULES, REST_ROUTES } from '@/domain/identity/permissions/collections'
import { ENDPOINT_RULES, PAYLOAD_RULES } from '@/domain/identity/permissions/endpoints'
import { takesForeign } from '@/domain/identity/foreignRequests'

import type { Visitor } from './visitor'

import { send } from './http'
import { hostOf, originOf, port } from './place'
import { said } from './said'
import { signedIn } from './visitor'

const ID = '019a2b3c-4d5e-7f60-8123-456789abcdef'

/** Every request that changes something, as the permission tables list what is mounted; pages too, whose server functions are posts. */
const CHANGES = [
  ...[ENDPOINT_RULES, PAYLOAD_RULES, AUTH_RULES].flatMap((rules) => Object.keys(rules)),
  ...Object.keys(COLLECTION_RULES).flatMap((slug) =>
    Object.keys(REST_ROUTES).map((route) => route.replace(' /', ` /${slug}/`).replace(/\/$/, '')),
  ),
  'POST /graphql',
]
  .map((name) => name.split(' ') as [method: string, path: string])
  .filter(([method]) => method !== 'GET')
  .map(([method, path]): [string, string] => [
    method,
    `/api${path.replace(/:\w+\??/g, ID).replaceAll('*', ID)}`,
  ])
  .concat([
    ['POST', '/'],
    ['POST', '/admin'],
    ['POST', '/account'],
    ['POST', '/sign-in'],
  ])

const LISTED = CHANGES.filter(([, path]) => takesForeign(path))
const GUARDED = CHANGES.filter(([, path]) => !takesForeign(path))

/** What a browser says of a request that a page of somebody else makes, and what a request says that nobody vouches for. */
const FOREIGN: Record<string, Record<string, string>> = {
  'a client that says nothing': {},
  'a form of another site': {
    'sec-fetch-dest': 'document',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-site': 'cross-site',
  },
  'a page in a sandbox': { origin: 'null' },
  'a page of another origin': { origin: 'https://evil.example' },
  'a page of another school': { origin: originOf('ofek') },
  'a page of the same site': { 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'same-site' },
}

let owner: Visitor

beforeAll(async () => {
  owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
}, 120_000)

/** Asked without an address: what comes from inside the house is not counted. */
const ask = (method: string, path: string, headers: Record<string, string>) =>
  send({
    body: {},
    headers: {
      cookie: [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...headers,
    },
    host: hostOf('aurora'),
    method,
    path,
    port: port(),
  })

it('finds changes to ask for, and few that others may make', () => {
  expect(GUARDED.length).toBeGreaterThan(400)
  expect(LISTED.map(([, path]) => path).sort()).toEqual([
    `/api/auth/callback/${ID}`,
    '/api/connect/stripe/webhook',
    '/api/film-reports/bunny',
    '/api/film-reports/mux',
    '/api/payments/paddle/webhook',
    '/api/payments/paypal/webhook',
    '/api/payments/razorpay/webhook',
    '/api/payments/stripe/webhook',
    `/api/sign-in/provider/${ID}/acs`,
    `/api/unsubscribe/${ID}`,
  ])
})

it.each(Object.entries(FOREIGN))(
  'refuses every change that is sent with the cookie by %s',
  async (_, headers) => {
    const taken: string[] = []
    for (const [method, path] of GUARDED) {
      const answer = await ask(method, path, headers)
      if (answer.status !== 403 || !answer.text.includes('crossOrigin')) {
        taken.push(`${method} ${path}: ${answer.status}`)
      }
    }

    expect(taken).toEqual([])
  },
  300_000,
)

it('refuses to sign somebody in for another site, who has no cookie yet', async () => {
  for (const path of ['/api/auth/sign-in/email', '/api/tokens', '/api/checkout']) {
    const answer = await send({
      body: { email: 'owner@aurora.test', password: 'lectern-demo' },
      headers: { origin: 'https://evil.example', 'x-forwarded-for': '198.18.255.2' },
      host: hostOf('aurora'),
      method: 'POST',
      path,
      port: port(),
    })
    expect([path, ...said(answer)]).toEqual([path, 403, 'crossOrigin'])
  }
})

it('takes a change that the school’s own page makes', async () => {
  const answer = await ask('PATCH', '/api/account', { origin: originOf('aurora') })

  expect(answer.text).not.toContain('crossOrigin')
})
