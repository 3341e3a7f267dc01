import { readFileSync } from 'node:fs'

import { ENDPOINT_RULES } from '@/domain/identity/permissions/endpoints'

import type { Answer } from './http'
import type { Visitor } from './visitor'

import { signedIn, visitor } from './visitor'

/** Something in the place of what a path leaves open. */
const filled = (path: string): string =>
  path.replace(/:[\w]+/g, '019a2b3c-4d5e-7f60-8123-456789abcdef')

/** Every way to call the API: the permission tables list what is mounted. */
const CALLS = Object.keys(ENDPOINT_RULES).map((name) => {
  const [method = '', path = ''] = name.split(' ')

  return { method, path: `/api${filled(path)}` }
})

/** Every page and file that the build serves, at the addresses at which a school's visitors find them. */
const PAGES = [
  ...new Set(
    Object.values(
      JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')) as Record<
        string,
        string
      >,
    ).map((route) =>
      route
        .replace(/^\/(?:s\/\[tenant\]|platform)\/\[locale\]/, '')
        .replace(/\[+[^/]*\]+/g, 'nothing-here'),
    ),
  ),
].map((path) => path || '/')

/** What is not as it should be in an answer. */
const missing = ({ headers, status }: Answer): string[] => {
  const policy = String(headers['content-security-policy'])
  const isPage = String(headers['content-type']).startsWith('text/html')
  const says = (name: string, value: string) =>
    headers[name] === value || `${name}: ${String(headers[name])}`
  const rules = [
    says('x-content-type-options', 'nosniff'),
    says('referrer-policy', 'strict-origin-when-cross-origin'),
    says('cross-origin-opener-policy', 'same-origin-allow-popups'),
    String(headers['permissions-policy']).includes('geolocation=()') || 'permissions-policy',
    policy.includes("frame-ancestors 'self'") || `frame-ancestors: ${policy}`,
    isPage
      ? (/script-src [^;]*\/_next\/static\//.test(policy) &&
          !/script-src[^;]*(?:unsafe|\*|'self'|https?:[ ;])/.test(policy)) ||
        `script-src: ${policy}`
      : /^(?:sandbox; )?default-src '(?:none|self)'/.test(policy) || `default-src: ${policy}`,
    headers['x-middleware-rewrite'] === undefined || 'x-middleware-rewrite',
    headers['x-powered-by'] === undefined || 'x-powered-by',
    status < 500 || headers['retry-after'] !== undefined || status === 503 || `status ${status}`,
  ]

  return rules.filter((rule) => rule !== true).map(String)
}

const found = async (one: Visitor, calls: { method: string; path: string }[]) => {
  const bad: Record<string, string[]> = {}
  for (const { method, path } of calls) {
    const rules = missing(await one.send({ ...(method !== 'GET' && { body: {} }), method, path }))
    if (rules.length > 0) {
      bad[`${method} ${path}`] = rules
    }
  }

  return bad
}

it('finds something to ask for', () => {
  expect(CALLS.length).toBeGreaterThan(200)
  expect(PAGES.length).toBeGreaterThan(50)
})

it.each(['aurora', 'platform'] as const)(
  'has every page and file of %s carry the headers, for visitors and for staff',
  async (place) => {
    const staff = await signedIn({
      email: place === 'aurora' ? 'owner@aurora.test' : 'super@lectern.test',
      place,
    })
    const calls = [
      ...PAGES,
      '/admin',
      '/admin/login',
      '/_next/static/nothing.js',
      '/api/nothing',
      '/%00',
      '/..%2f',
    ].map((path) => ({ method: 'GET', path }))

    expect(await found(visitor(place), calls)).toEqual({})
    expect(await found(staff, calls)).toEqual({})
  },
  240_000,
)

it('has every answer of the API carry them, refusals too', async () => {
  expect(await found(visitor('aurora'), CALLS)).toEqual({})
}, 240_000)

it('has an answer to nobody’s host, and one to another method, carry them', async () => {
  const calls = ['HEAD', 'OPTIONS', 'PUT', 'DELETE'].map((method) => ({ method, path: '/courses' }))

  expect(await found(visitor('aurora'), calls)).toEqual({})
  const { visitorAt } = await import('./visitor')
  expect(await found(visitorAt('nobody.localhost'), [{ method: 'GET', path: '/' }])).toEqual({})
})

it.each(['/sign-in', '/switch', '/gift?key=1'])(
  'leaves the policy of what a browser has of %s as it is',
  async (path) => {
    const one = visitor('aurora')
    const { headers } = await one.send({ path })
    const policy = headers['content-security-policy']
    expect(headers.etag).toEqual(expect.any(String))
    const again = await one.send({ headers: { 'if-none-match': String(headers.etag) }, path })

    expect(policy).toContain('script-src')
    expect([again.status, again.headers['content-security-policy'] ?? policy]).toEqual([
      304,
      policy,
    ])
  },
)
