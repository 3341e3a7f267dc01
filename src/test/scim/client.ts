import * as routes from '@/app/(payload)/api/[...slug]/route'
import { asHost } from '@/database/scope'

export type Said = { body: Record<string, unknown>; status: number }

/** Somebody as Okta describes them. */
export const scimUser = (email: string, more: Record<string, unknown> = {}) => ({
  name: { familyName: 'Doe', givenName: 'Dana' },
  active: true,
  emails: [{ type: 'work', primary: true, value: email }],
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName: email,
  ...more,
})

/** The directory of an organisation at a school's host: `path` is below the address of the service. */
export const scimAt = (host: string, token: string) => {
  const send = (
    method: 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT',
    path: string,
    body?: object,
  ): Promise<Said> =>
    asHost(host, async () => {
      const request = new Request(`http://${host}:3000/api/scim/v2/${path}`, {
        body: body && JSON.stringify(body),
        headers: {
          authorization: `Bearer ${token}`,
          'Content-Type': 'application/scim+json',
          host,
        },
        method,
      })
      const slug = ['scim', 'v2', ...(path.split('?')[0] ?? '').split('/')]
      const answer = await routes[method](request, { params: Promise.resolve({ slug }) })
      const text = await answer.text()

      return {
        body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
        status: answer.status,
      }
    })

  return {
    delete: (path: string) => send('DELETE', path),
    get: (path: string) => send('GET', path),
    patch: (path: string, body: object) => send('PATCH', path, body),
    post: (path: string, body: object) => send('POST', path, body),
    put: (path: string, body: object) => send('PUT', path, body),
  }
}
