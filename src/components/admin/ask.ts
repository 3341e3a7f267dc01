import { PROOF_NEEDED, proofGiven } from '../shell/proof'

/** An answer of the API; `status` 0 where there was none, `said` what a refusal says of itself. */
type Said<T> = { ok: false; said: Record<string, unknown>; status: number } | { ok: true; value: T }

/**
 * Asks the school's API, by POST where something is sent. Never throws. Where the API wants to know once more who asks, the
 * admin asks them, and the call goes on.
 */
export const ask = async <T>(path: string, body?: object): Promise<Said<T>> => {
  const said = await askOnce<T>(path, body)

  return !said.ok && said.said.code === PROOF_NEEDED && (await proofGiven())
    ? askOnce(path, body)
    : said
}

const askOnce = async <T>(path: string, body?: object): Promise<Said<T>> => {
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
      : { ok: false, said: await refusalOf(answer), status: answer.status }
  } catch {
    return { ok: false, said: {}, status: 0 }
  }
}

const refusalOf = async (answer: Response): Promise<Record<string, unknown>> => {
  const said: unknown = await answer.json().catch(() => null)

  return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {}
}
