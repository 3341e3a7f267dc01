import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'

const KEYS = { client_id: 'an app', client_secret: 'its secret' }

/** The keys of the tests' app. */
export const SOCIAL_KEYS = { clientId: KEYS.client_id, clientSecret: KEYS.client_secret }

const isKnown = (form: URLSearchParams): boolean =>
  form.get('client_id') === KEYS.client_id && form.get('client_secret') === KEYS.client_secret

/** Small servers as GitHub's and Facebook's, below `/github` and `/facebook`; `code-1` is the code of Octo, whose token is `token-1`. */
export const startSocialServer = async () => {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://social')
    const serve = async (): Promise<[number, object]> => {
      const form = new URLSearchParams(await text(request))
      const isToken = request.headers.authorization === 'Bearer token-1'
      switch (url.pathname) {
        case '/facebook/v24.0/me':
          return url.searchParams.get('access_token') === 'token-1' &&
            url.searchParams.has('appsecret_proof')
            ? [200, { id: '77', name: 'Octo Cat', email: 'octo@example.com' }]
            : [400, { error: { message: 'Invalid OAuth access token.' } }]
        case '/facebook/v24.0/oauth/access_token':
          if (!isKnown(form)) {
            return [400, { error: { message: 'Error validating client secret.' } }]
          }

          return form.get('grant_type') === 'client_credentials' || form.get('code') === 'code-1'
            ? [200, { access_token: 'token-1' }]
            : [400, { error: { message: 'Invalid verification code format.' } }]
        case '/github/api/user':
          return isToken ? [200, { id: 9, name: null, login: 'octo' }] : [401, { message: 'Bad' }]
        case '/github/api/user/emails':
          return [
            200,
            [
              { email: 'old@example.com', primary: false, verified: true },
              { email: 'octo@example.com', primary: true, verified: true },
            ],
          ]
        case '/github/login/oauth/access_token':
          if (!isKnown(form)) {
            return [200, { error: 'incorrect_client_credentials' }]
          }

          return form.get('code') === 'code-1' && form.get('code_verifier')
            ? [200, { access_token: 'token-1' }]
            : [200, { error: 'bad_verification_code' }]
        default:
          return [404, {}]
      }
    }
    void serve().then(([status, said]) => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(said))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()

  return {
    close: () => new Promise<void>((done) => server.close(() => done())),
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
  }
}
