/** What a call of our API came to. `code` is one of `errors` in the messages, or better-auth's own. */
export type Answer<T> =
  { code: string; ok: false; status: number } | { data: T; ok: true; status: number }

type Call = {
  body?: object
  /** Lets the request outlive the page. */
  keepalive?: boolean
  method?: 'GET' | 'PATCH' | 'POST'
  signal?: AbortSignal
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** The code of a refusal, however it is wrapped: ours and better-auth's say `code`, Payload's `errors[0].data.code`. */
const codeIn = (body: unknown): null | string => {
  if (!isObject(body)) {
    return null
  }
  if (typeof body.code === 'string') {
    return body.code
  }
  const first: unknown = Array.isArray(body.errors) ? body.errors[0] : null

  return isObject(first) && isObject(first.data) ? codeIn(first.data) : null
}

const codeOfStatus = (status: number): string =>
  status === 429 ? 'rateLimited' : status === 404 ? 'notFound' : 'serverError'

/** Calls our API with the session's cookie. Never throws: no connection is the code `offline`, an aborted call `aborted`. */
export const callApi = async <T>(
  path: string,
  { body, keepalive, method = body ? 'POST' : 'GET', signal }: Call = {},
): Promise<Answer<T>> => {
  try {
    const answer = await fetch(path, {
      body: body ? JSON.stringify(body) : method === 'POST' ? '{}' : undefined,
      credentials: 'same-origin',
      headers: method === 'GET' ? undefined : { 'content-type': 'application/json' },
      keepalive,
      method,
      signal,
    })
    const { status } = answer
    const data: unknown = await answer.json().catch(() => null)

    return answer.ok
      ? { data: data as T, ok: true, status }
      : { code: codeIn(data) ?? codeOfStatus(status), ok: false, status }
  } catch {
    return { code: signal?.aborted ? 'aborted' : 'offline', ok: false, status: 0 }
  }
}
