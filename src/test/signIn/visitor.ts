import type { Payload } from 'payload'

import type { Template } from '@/domain/mail/templates'

import * as routes from '@/app/(payload)/api/[...slug]/route'
import * as auth from '@/app/api/auth/[...all]/route'
import { systemPool } from '@/database/hosts'
import { asHost, asTenant } from '@/database/scope'
import { DEMO_PASSWORD, seedPeople } from '@/seed/people'
import { factories } from '@/test/factories'
import { requestOf } from '@/test/harness'
import { openedMail } from '@/test/openedMail'

type Said = { body: Record<string, unknown>; location: null | string; status: number }

/** A browser at a school's host, as far as the API goes: it keeps the cookies that it is given. */
export const browserAt = (host: string, headers: Record<string, string> = {}) => {
  const jar = new Map<string, string>()
  const origin = `http://${host}:3000`

  const keep = (answer: Response) => {
    for (const header of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = header.split(';')
      const cut = pair.indexOf('=')
      const isOver = attributes.some((one) => /^\s*max-age=0$/i.test(one))
      if (isOver) {
        jar.delete(pair.slice(0, cut))
      } else {
        jar.set(pair.slice(0, cut), pair.slice(cut + 1))
      }
    }
  }

  /** `path` is below `/api`. */
  const send = (
    method: 'DELETE' | 'GET' | 'PATCH' | 'POST',
    path: string,
    body?: object,
  ): Promise<Said> =>
    asHost(host, async () => {
      const request = new Request(`${origin}/api/${path}`, {
        body: body && JSON.stringify(body),
        headers: {
          'Content-Type': 'application/json',
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          host,
          origin,
          ...headers,
        },
        method,
      })
      const slug = (path.split('?')[0] ?? '').split('/').map(decodeURIComponent)
      const answer = path.startsWith('auth/')
        ? await (method === 'GET' ? auth.GET : auth.POST)(request)
        : await routes[method](request, { params: Promise.resolve({ slug }) })
      keep(answer)
      const text = await answer.text()

      return {
        body: readJson(text),
        location: answer.headers.get('location'),
        status: answer.status,
      }
    })

  return {
    get: (path: string) => send('GET', path),
    jar,
    post: (path: string, body: object = {}) => send('POST', path, body),
    send,
    signIn: (email: string, password = DEMO_PASSWORD) =>
      send('POST', 'auth/sign-in/email', { email, password }),
    /** The name of whoever is signed in, or null. */
    who: async () => {
      const { body } = await send('GET', 'session')

      return (body.user as null | { name: string })?.name ?? null
    },
  }
}

export type TestBrowser = ReturnType<typeof browserAt>

const readJson = (text: string): Record<string, unknown> => {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return { text }
  }
}

type Letter = { data: Record<string, string>; kind: Template; to: string }

/** A new school with a member of these roles, who has the demo password. */
export const schoolWith = async (payload: Payload, roles: string[] = ['student']) => {
  const { id: tenant, slug } = await factories(payload).tenant()
  const host = `${slug}.localhost`
  const add = async (name: string, held: string[]) => {
    const email = `${crypto.randomUUID().slice(0, 8)}@example.com`
    const id = await asTenant(tenant, async () =>
      seedPeople({ people: [{ name, email, roles: held }], req: await requestOf(), tenant }),
    )

    return { id, email }
  }
  const query = async <Row extends object>(text: string, ...values: unknown[]): Promise<Row[]> =>
    (await systemPool().query<Row>(text, [tenant, ...values])).rows

  return {
    ...(await add('Mia', roles)),
    add,
    host,
    letters: async () =>
      (
        await query<Letter>(`select kind, "to", data from emails where tenant_id = $1 order by id`)
      ).map((one) => ({ ...one, data: openedMail({ ...one, tenant }) })),
    /** Asks the database, `$1` being the school. */
    query,
    tenant,
  }
}
