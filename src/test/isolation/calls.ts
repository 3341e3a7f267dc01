import { POST as GRAPHQL } from '@/app/(payload)/api/graphql/route'
import * as routes from '@/app/(payload)/api/[...slug]/route'
import { asHost } from '@/database/scope'

import type { Actor } from './actors'

/** An answer of the API: its status and its body as text. */
export type Answered = { status: number; text: string }

/** What is asked of Payload's REST API; `path` is below `/api` and holds the query, encoded. */
export type Asked = {
  body?: unknown
  /** Sent instead of `body`, as it is. */
  form?: Buffer<ArrayBuffer> | FormData | string
  headers?: Record<string, string>
  method?: keyof typeof routes
  path: string
}

/** Calls of the API on `host` by the very handlers that Next serves, in the scope of that host. */
export const callsAt = (host: string) => {
  const origin = `http://${host}:3000`

  const headersFor = (actor: Actor, given: Record<string, string> = {}) => ({
    cookie: actor.cookie,
    host,
    origin,
    ...(actor.bearer && { authorization: `Bearer ${actor.bearer}` }),
    ...given,
  })

  const rest = (
    actor: Actor,
    { body, form, headers, method = 'GET', path }: Asked,
  ): Promise<Answered> => {
    const sent = headersFor(actor, {
      ...(!form && { 'Content-Type': 'application/json' }),
      ...headers,
    })

    return asHost(sent.host, async () => {
      const request = new Request(`${origin}/api/${path}`, {
        body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
        headers: sent,
        method,
      })
      // As Next names the parts of a path: decoded, where that is possible.
      const slug = (path.split('?')[0] ?? '').split('/').map(decoded)

      return read(await routes[method](request, { params: Promise.resolve({ slug }) }))
    })
  }

  const graphql = (actor: Actor, query: string, variables: object = {}): Promise<Answered> =>
    asHost(host, async () =>
      read(
        await GRAPHQL(
          new Request(`${origin}/api/graphql`, {
            body: JSON.stringify({ query, variables }),
            headers: headersFor(actor, { 'Content-Type': 'application/json' }),
            method: 'POST',
          }),
        ),
      ),
    )

  return { graphql, rest }
}

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

const read = async (answer: Response): Promise<Answered> => ({
  status: answer.status,
  text: await answer.text(),
})
