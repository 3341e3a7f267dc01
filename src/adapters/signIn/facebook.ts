import { createHmac } from 'node:crypto'

import type { ProviderKeys, SignInProvider } from './types'

import { addressWith, askProvider, granted, reasonIn, textIn } from './asking'
import { ProviderRefused } from './types'

const VERSION = 'v24.0'

/** Facebook Login, by its Graph API. It does not say whether an address was proved, and so none counts as proved. */
export const facebook = ({
  clientId,
  clientSecret,
  graph,
  web,
}: ProviderKeys & { graph: string; web: string }): SignInProvider => {
  const token = (form: Record<string, string>) =>
    askProvider(`${graph}/${VERSION}/oauth/access_token`, {
      form: { client_id: clientId, client_secret: clientSecret, ...form },
    })

  return {
    begin: ({ redirect, state }) =>
      Promise.resolve(
        addressWith(`${web}/${VERSION}/dialog/oauth`, {
          client_id: clientId,
          redirect_uri: redirect,
          response_type: 'code',
          scope: 'email,public_profile',
          state,
        }),
      ),
    check: async () => {
      granted(await token({ grant_type: 'client_credentials' }), 'access_token')
    },
    identify: async ({ code, redirect }) => {
      const held = granted(await token({ code, redirect_uri: redirect }), 'access_token')
      const { said, status } = await askProvider(
        addressWith(`${graph}/${VERSION}/me`, {
          access_token: held,
          appsecret_proof: createHmac('sha256', clientSecret).update(held).digest('hex'),
          fields: 'id,name,email',
        }),
      )
      const subject = status < 400 ? textIn(said, 'id') : null
      if (!subject) {
        throw new ProviderRefused(reasonIn(said) ?? 'Facebook does not say who that is.')
      }

      return {
        name: textIn(said, 'name') ?? '',
        email: textIn(said, 'email'),
        isVerified: false,
        subject,
      }
    },
  }
}
