import { createHmac, timingSafeEqual } from 'node:crypto'

import { systemPool } from '@/database/hosts'
import { CHANNELS } from '@/database/notices'
import { env } from '@/env'
import { deriveSecret } from '@/secrets'

/** Tag under which every cached piece of a school's public pages is kept. */
export const schoolTag = (tenant: string): string => `school:${tenant}`

/** Seconds for which a signed request to the web process holds. */
const HOLDS = 60

const sign = (tenant: string, at: number): string =>
  createHmac('sha256', deriveSecret({ purpose: 'revalidate' }))
    .update(`${at}.${tenant}`)
    .digest('base64url')

/**
 * Tells the web process to drop a school's cached pages. The worker cannot do it itself: the cache is
 * Next's. Signed and short-lived; throws when the web process does not answer, so that the job retries.
 */
export const revalidateSchool = async (tenant: string): Promise<void> => {
  const at = Math.floor(Date.now() / 1000)
  const answer = await fetch(`${env().WEB_URL}/internal/revalidate`, {
    body: JSON.stringify({ at, signature: sign(tenant, at), tenant }),
    headers: { 'Content-Type': 'application/json' },
    method: 'POST',
    signal: AbortSignal.timeout(10_000),
  })
  if (!answer.ok) {
    throw new Error(`The web process refused to revalidate: ${answer.status}.`)
  }
}

/** The school that a request to revalidate names, or null when its signature is wrong or too old. */
export const schoolToRevalidate = (sent: unknown): null | string => {
  const { at, signature, tenant } = (sent ?? {}) as {
    at?: unknown
    signature?: unknown
    tenant?: unknown
  }
  if (typeof at !== 'number' || typeof signature !== 'string' || typeof tenant !== 'string') {
    return null
  }
  const given = Buffer.from(signature)
  const right = Buffer.from(sign(tenant, at))
  const isFresh = Math.abs(Date.now() / 1000 - at) <= HOLDS

  return isFresh && given.length === right.length && timingSafeEqual(given, right) ? tenant : null
}

/** Tells the fronts of all web processes that a school's pages changed; once Next's own cache knows. */
export const tellPagesChanged = async (tenant: string): Promise<void> => {
  await systemPool().query('select pg_notify($1, $2)', [CHANNELS.pages, tenant])
}
