import { z } from 'zod'

import type { ProviderKeys, Returned, SignInProvider } from './types'

import { addressWith, askProvider, challengeOf, granted, reasonIn, textIn } from './asking'
import { ProviderRefused } from './types'

const addresses = z.array(
  z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }),
)

/** GitHub, which speaks OAuth 2.0 and tells of people by its API; `web` and `api` are its origins. */
export const github = ({
  api,
  clientId,
  clientSecret,
  web,
}: ProviderKeys & { api: string; web: string }): SignInProvider => {
  const exchange = ({
    code,
    redirect,
    verifier,
  }: Pick<Returned, 'code' | 'redirect' | 'verifier'>) =>
    askProvider(`${web}/login/oauth/access_token`, {
      form: {
        client_id: clientId,
        client_secret: clientSecret,
        code,
        code_verifier: verifier,
        redirect_uri: redirect,
      },
    })

  return {
    begin: ({ redirect, state, verifier }) =>
      Promise.resolve(
        addressWith(`${web}/login/oauth/authorize`, {
          client_id: clientId,
          code_challenge: challengeOf(verifier),
          code_challenge_method: 'S256',
          redirect_uri: redirect,
          scope: 'read:user user:email',
          state,
        }),
      ),
    check: async (redirect) => {
      // A code that nobody was given: who knows the keys says so of the code.
      const { said } = await exchange({
        code: 'connection-test',
        redirect,
        verifier: 'v'.repeat(43),
      })
      if (said.error !== 'bad_verification_code') {
        throw new ProviderRefused(reasonIn(said) ?? 'GitHub does not know these keys.')
      }
    },
    identify: async (returned) => {
      const token = granted(await exchange(returned), 'access_token')
      const headers = { Authorization: `Bearer ${token}` }
      const [{ said }, emails] = await Promise.all([
        askProvider(`${api}/user`, { headers }),
        askProvider(`${api}/user/emails`, { headers }),
      ])
      const found = addresses.safeParse(emails.said)
      if (typeof said.id !== 'number' || !found.success) {
        throw new ProviderRefused('GitHub does not say who that is.')
      }
      const email = found.data.find(({ primary }) => primary)

      return {
        name: textIn(said, 'name') ?? textIn(said, 'login') ?? '',
        email: email?.email ?? null,
        isVerified: email?.verified ?? false,
        subject: String(said.id),
      }
    },
  }
}
