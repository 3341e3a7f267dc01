import { CHALLENGE_NEEDED, SOLUTION_HEADER } from '@/domain/identity/challenges'

import { PROOF_NEEDED, proofGiven } from './proof'

/**
 * What a call of our API came to. `code` is one of `errors` in the messages, or better-auth's own;
 * `fields` names what of the body was wrong; `reason` is what a person gave as one, mostly nothing.
 */
export type Answer<T> =
  | {
      /** What is to be worked out before the call is taken, where that is what `code` says. */
      challenge?: unknown
      code: string
      fields: readonly string[]
      ok: false
      reason: string
      status: number
    }
  | { data: T; ok: true; status: number }

type Call = {
  /** Sent as JSON, or as it is where it is a file. */
  body?: object
  /** Lets the request outlive the page. */
  keepalive?: boolean
  method?: 'DELETE' | 'GET' | 'PATCH' | 'POST'
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

/** The fields that `badInput` complains of. */
const fieldsIn = (body: unknown): string[] =>
  isObject(body) && Array.isArray(body.fields)
    ? body.fields.flatMap((one: unknown) =>
        isObject(one) && typeof one.field === 'string' ? [one.field] : [],
      )
    : []

const reasonIn = (body: unknown): string =>
  isObject(body) && typeof body.reason === 'string' ? body.reason : ''

const codeOfStatus = (status: number): string =>
  status === 429 ? 'rateLimited' : status === 404 ? 'notFound' : 'serverError'

/**
 * Calls our API with the session's cookie. Never throws: no connection is the code `offline`, an aborted call `aborted`.
 * Where the API wants to know once more who asks, the page asks them, and the call goes on; where it wants something worked out,
 * this browser does so, and `isWorking` says it meanwhile.
 */
export const callApi = async <T>(path: string, call: Call = {}): Promise<Answer<T>> => {
  const answer = await callOnce<T>(path, call)
  if (!answer.ok && answer.code === PROOF_NEEDED && (await proofGiven())) {
    return callOnce(path, call)
  }
  if (answer.ok || answer.code !== CHALLENGE_NEEDED) {
    return answer
  }
  const solution = await import('./challenge').then(
    ({ solved }) => solved(answer.challenge),
    () => null,
  )

  return solution ? callOnce(path, call, { [SOLUTION_HEADER]: solution }) : answer
}

const callOnce = async <T>(
  path: string,
  { body, keepalive, method = body ? 'POST' : 'GET', signal }: Call,
  headers: Record<string, string> = {},
): Promise<Answer<T>> => {
  try {
    const answer = await fetch(path, {
      body:
        body instanceof Blob
          ? body
          : body
            ? JSON.stringify(body)
            : method === 'POST'
              ? '{}'
              : undefined,
      credentials: 'same-origin',
      headers:
        method === 'GET' || body instanceof Blob
          ? headers
          : { 'content-type': 'application/json', ...headers },
      keepalive,
      method,
      signal,
    })
    const { status } = answer
    const data: unknown = await answer.json().catch(() => null)

    return answer.ok
      ? { data: data as T, ok: true, status }
      : {
          challenge: isObject(data) ? data.challenge : undefined,
          code: codeIn(data) ?? codeOfStatus(status),
          fields: fieldsIn(data),
          ok: false,
          reason: reasonIn(data),
          status,
        }
  } catch {
    return {
      code: signal?.aborted ? 'aborted' : 'offline',
      fields: [],
      ok: false,
      reason: '',
      status: 0,
    }
  }
}
