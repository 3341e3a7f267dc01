/** An answer of the API: what it gave, or the code of its refusal. `offline` means that no answer came. */
export type Answer<T> = { code: string; ok: false } | { data: T; ok: true }

const codeIn = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
    ? body.code
    : 'serverError'

/** Sends JSON to the school's own API. Never throws: a refusal and a lost connection are answers too. */
export const ask = async <T>({
  body,
  keepalive = false,
  method = 'POST',
  path,
}: {
  body: object
  /** Lets the request outlive the page. */
  keepalive?: boolean
  method?: 'PATCH' | 'POST'
  path: `/api/${string}`
}): Promise<Answer<T>> => {
  try {
    const answer = await fetch(path, {
      body: JSON.stringify(body),
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      keepalive,
      method,
    })
    const given: unknown = await answer.json().catch(() => null)

    return answer.ok ? { data: given as T, ok: true } : { code: codeIn(given), ok: false }
  } catch {
    return { code: 'offline', ok: false }
  }
}
