import { createLocalJWKSet, errors, jwtVerify, type JSONWebKeySet, type JWTPayload } from 'jose'
import { z } from 'zod'

import type { Begun, Proved, ProviderKeys, Returned, SignInProvider } from './types'

import { addressWith, askProvider, challengeOf, granted, reasonIn, textIn } from './asking'
import { ProviderRefused } from './types'

const described = z.object({
  authorization_endpoint: z.url(),
  issuer: z.string(),
  jwks_uri: z.url(),
  token_endpoint: z.url(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
  userinfo_endpoint: z.url().optional(),
})

type Described = z.output<typeof described>

const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'EdDSA']

type Provider = ProviderKeys & {
  issuer: string
  /** False for one that forgets the nonce, which is its own to keep: the code is bound to the browser by PKCE and the state. */
  keepsNonce?: boolean
}

/** Any provider that speaks OpenID Connect Core 1.0: the code flow with PKCE, found by its discovery document. */
export const oidc = (provider: Provider): SignInProvider => ({
  begin: async ({ nonce, redirect, state, verifier }: Begun) => {
    const { authorization_endpoint } = await describe(provider)

    return addressWith(authorization_endpoint, {
      client_id: provider.clientId,
      code_challenge: challengeOf(verifier),
      code_challenge_method: 'S256',
      nonce,
      redirect_uri: redirect,
      response_type: 'code',
      scope: 'openid email profile',
      state,
    })
  },
  check: async (redirect) => {
    const about = await describe(provider)
    // A code that nobody was given: who knows the keys says so of the code.
    const { said } = await exchange({
      about,
      provider,
      returned: { code: 'connection-test', redirect, verifier: 'v'.repeat(43) },
    })
    if (said.error !== 'invalid_grant') {
      throw new ProviderRefused(reasonIn(said) ?? 'The provider does not know these keys.')
    }
  },
  identify: async (returned: Returned) => {
    const about = await describe(provider)
    if (returned.issuer !== undefined && returned.issuer !== about.issuer) {
      throw new ProviderRefused('Somebody else answered.')
    }
    const answer = await exchange({ about, provider, returned })
    const claims = await verified({
      about,
      nonce: returned.nonce,
      provider,
      token: granted(answer, 'id_token'),
    })

    return provedBy(
      await withAddress({ about, claims, token: textIn(answer.said, 'access_token') }),
    )
  },
})

const describe = async ({ issuer }: Provider): Promise<Described> => {
  const { said } = await askProvider(
    `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
  )
  const read = described.safeParse(said)
  // An issuer speaks for itself alone (OpenID Connect Discovery 1.0, 4.3); some end with a slash that people leave out.
  if (!read.success || read.data.issuer.replace(/\/+$/, '') !== issuer.replace(/\/+$/, '')) {
    throw new ProviderRefused(`${issuer} does not describe itself as an issuer.`)
  }

  return read.data
}

const exchange = ({
  about,
  provider: { clientId, clientSecret },
  returned: { code, redirect, verifier },
}: {
  about: Described
  provider: Provider
  returned: Omit<Returned, 'issuer' | 'nonce'>
}) => {
  const isBasic = about.token_endpoint_auth_methods_supported.includes('client_secret_basic')
  const keys = [clientId, clientSecret].map(encodeURIComponent).join(':')

  return askProvider(about.token_endpoint, {
    form: {
      code,
      code_verifier: verifier,
      grant_type: 'authorization_code',
      redirect_uri: redirect,
      ...(!isBasic && { client_id: clientId, client_secret: clientSecret }),
    },
    headers: isBasic
      ? { Authorization: `Basic ${Buffer.from(keys).toString('base64')}` }
      : undefined,
  })
}

/** The claims of an ID token that this provider signed, for this school, for the one who asked (OpenID Connect Core 1.0, 3.1.3.7). */
const verified = async ({
  about,
  nonce,
  provider: { clientId, keepsNonce = true },
  token,
}: {
  about: Described
  nonce: string
  provider: Provider
  token: string
}): Promise<JWTPayload> => {
  const { said } = await askProvider(about.jwks_uri)
  try {
    const keys = createLocalJWKSet(said as unknown as JSONWebKeySet)
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ALGORITHMS,
      audience: clientId,
      clockTolerance: 60,
      issuer: about.issuer,
      requiredClaims: ['sub', 'exp', 'iat'],
    })
    const others = Array.isArray(payload.aud) && payload.aud.length > 1
    const isSame = payload.nonce === undefined ? !keepsNonce : payload.nonce === nonce
    if (!isSame || (others && payload.azp !== clientId)) {
      throw new ProviderRefused('The answer is not for whoever asked.')
    }

    return payload
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) {
      throw new ProviderRefused('The answer is not signed as it should be.', { cause: error })
    }
    throw error
  }
}

/** The claims, with what the provider tells of the same person only when it is asked (OpenID Connect Core 1.0, 5.3). */
const withAddress = async ({
  about: { userinfo_endpoint: address },
  claims,
  token,
}: {
  about: Described
  claims: JWTPayload
  token: null | string
}): Promise<JWTPayload> => {
  if (typeof claims.email === 'string' || !address || !token) {
    return claims
  }
  const { said, status } = await askProvider(address, {
    headers: { Authorization: `Bearer ${token}` },
  })
  if (status >= 400 || said.sub !== claims.sub) {
    throw new ProviderRefused('The provider tells of somebody else.')
  }

  return { ...claims, ...said }
}

const provedBy = (claims: JWTPayload): Proved => {
  const email = textIn(claims, 'email')
  const full = [textIn(claims, 'given_name'), textIn(claims, 'family_name')]

  return {
    name: textIn(claims, 'name') ?? full.filter(Boolean).join(' '),
    email,
    ...(Array.isArray(claims.groups) && {
      groups: claims.groups.filter((one) => typeof one === 'string').slice(0, 500),
    }),
    // Some say it as a text.
    isVerified: claims.email_verified === true || claims.email_verified === 'true',
    subject: String(claims.sub),
  }
}
