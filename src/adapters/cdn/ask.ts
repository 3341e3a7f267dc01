/** Milliseconds a provider may take. */
const PATIENCE = 10_000

/** Asks a provider of a CDN to purge; throws with its words when it refuses or does not answer. */
export const ask = async (
  url: string,
  { body, headers }: { body?: object; headers: Record<string, string> },
): Promise<void> => {
  const answer = await fetch(url, {
    body: body && JSON.stringify(body),
    headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }) },
    method: 'POST',
    signal: AbortSignal.timeout(PATIENCE),
  })
  if (!answer.ok) {
    const said = (await answer.text().catch(() => '')).slice(0, 300)
    throw new Error(`The CDN refused to purge: ${answer.status} ${said}`)
  }
}
