import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { env } from '@/env'
import { SOCIAL_KEYS, startSocialServer } from '@/test/oidc/social'

import type { SignInProvider } from './types'

import { addressWith, challengeOf } from './asking'
import { signInProvider } from './index'

let server: Awaited<ReturnType<typeof startSocialServer>>

beforeAll(async () => {
  server = await startSocialServer()
  Object.assign(env(), { SIGN_IN_API_BASE: server.url })
})
afterAll(() => server.close())

const REDIRECT = 'https://school.example/back'
const returned = (code: string) => ({ code, nonce: 'n', redirect: REDIRECT, verifier: 'v' })

const PROVIDERS: [string, (keys: typeof SOCIAL_KEYS) => SignInProvider, object][] = [
  [
    'GitHub',
    (keys) => signInProvider({ ...keys, issuer: '', kind: 'github' }),
    { name: 'octo', email: 'octo@example.com', isVerified: true, subject: '9' },
  ],
  [
    'Facebook',
    (keys) => signInProvider({ ...keys, issuer: '', kind: 'facebook' }),
    { name: 'Octo Cat', email: 'octo@example.com', isVerified: false, subject: '77' },
  ],
]

describe.each(PROVIDERS)('%s', (_name, of, person) => {
  it('is asked with a state, and says who somebody is', async () => {
    const provider = of(SOCIAL_KEYS)
    const begun = { nonce: 'n', redirect: REDIRECT, state: 'a state', verifier: 'v' }
    const { searchParams } = new URL(await provider.begin(begun))
    expect([searchParams.get('state'), searchParams.get('redirect_uri')]).toEqual([
      'a state',
      REDIRECT,
    ])
    expect(await provider.identify(returned('code-1'))).toEqual(person)
  })

  it('believes no code that it did not give', async () => {
    await expect(of(SOCIAL_KEYS).identify(returned('code-2'))).rejects.toThrow(/verification/i)
  })

  it('says whether keys are known', async () => {
    await expect(of(SOCIAL_KEYS).check(REDIRECT)).resolves.toBeUndefined()
    const wrong = of({ ...SOCIAL_KEYS, clientSecret: 'another' })
    await expect(wrong.check(REDIRECT)).rejects.toThrow(/client/)
  })
})

it('makes the challenge that RFC 7636 shows in appendix B', () => {
  expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  )
})

it('keeps what an address asks already', () => {
  expect(addressWith('https://a.example/x?tenant=1', { state: 's' })).toBe(
    'https://a.example/x?tenant=1&state=s',
  )
})
