/** An answer of the API; `status` 0 where there was none. */
type Said<T> = { ok: false; status: number } | { ok: true; value: T }

/** Asks the school's API, by POST where something is sent. Never throws. */
export const ask = async <T>(path: string, body?: object): Promise<Said<T>> => {
  try {
    const answer = await fetch(
      path,
      body && {
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
        method: 'POST',
      },
    )

    return answer.ok
      ? { ok: true, value: (await answer.json()) as T }
      : { ok: false, status: answer.status }
  } catch {
    return { ok: false, status: 0 }
  }
}
