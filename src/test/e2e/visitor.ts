import type { Answer } from './http'

import { send } from './http'
import { hostOf, port, type Place } from './place'

/** Somebody with a browser's manners: keeps cookies, and says in Origin where changes come from. */
export type Visitor = {
  cookies: Map<string, string>
  get: (path: string) => Promise<Answer>
  patch: (path: string, body?: unknown) => Promise<Answer>
  post: (path: string, body?: unknown) => Promise<Answer>
  /** As `get` and `post`, with headers of one's own. */
  send: (asked: {
    body?: unknown
    headers?: Record<string, string>
    method?: string
    path: string
  }) => Promise<Answer>
}

let visitors = 0

/** A new visitor of a school or of the platform. Each comes from an address of its own, since limits count by address. */
export const visitor = (place: Place): Visitor => visitorAt(hostOf(place))

/** The same at any host of the platform under test, named with its port. */
export const visitorAt = (host: string): Visitor => {
  const cookies = new Map<string, string>()
  visitors += 1
  const address = `10.${process.pid % 250}.${visitors >> 8}.${visitors & 255}`
  const ask: Visitor['send'] = async ({ body, headers, method = 'GET', path }) => {
    const answer = await send({
      body,
      headers: {
        'x-forwarded-for': address,
        ...(cookies.size > 0 && {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        }),
        ...(method !== 'GET' && { origin: `http://${host}` }),
        ...headers,
      },
      host,
      method,
      path: path.startsWith('http') ? pathIn(path) : path,
      port: port(),
    })
    keep(cookies, answer)

    return answer
  }

  return {
    cookies,
    get: (path) => ask({ path }),
    patch: (path, body) => ask({ body, method: 'PATCH', path }),
    post: (path, body) => ask({ body: body ?? {}, method: 'POST', path }),
    send: ask,
  }
}

const pathIn = (address: string): string => {
  const { pathname, search } = new URL(address)

  return `${pathname}${search}`
}

const keep = (cookies: Map<string, string>, { headers }: Answer): void => {
  for (const line of headers['set-cookie'] ?? []) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '' || /max-age=0\b/i.test(line)) {
      cookies.delete(name)
    } else {
      cookies.set(name, value)
    }
  }
}

/** Somebody who signed in with email and password; throws where that is refused. */
export const signedIn = async ({
  email,
  password = 'lectern-demo',
  place,
}: {
  email: string
  password?: string
  place: Place
}): Promise<Visitor> => {
  const one = visitor(place)
  const { status, text } = await one.post('/api/auth/sign-in/email', { email, password })
  if (status !== 200) {
    throw new Error(`${email} could not sign in: ${status} ${text}`)
  }

  return one
}
