import { sql } from '@payloadcms/db-postgres'
import { z } from 'zod'

import { row } from '@/database/transaction'
import { newId } from '@/newId'
import { queueEmail } from '@/operations/mail/queueEmail'
import { trialOf } from '@/operations/mail/trial'
import { writeLetter } from '@/operations/mail/writeLetter'
import { isManager } from '@hooks/access'

import type { SignedIn } from '../support/endpoint'

import { endpoint } from '../support/endpoint'
import { NotAllowed, NotHere, TooMany } from '../support/errors'

/** Test mails that one person may ask for in a minute. */
const MOST_PER_MINUTE = 5

const input = z.object({ id: z.uuid() })

const trialFor = async (given: { id: string; req: SignedIn; tenant: string }) => {
  const { user } = given.req
  if (!isManager(given.req)) {
    throw new NotAllowed()
  }
  const trial = await trialOf({ ...given, reader: user.name })
  if (!trial) {
    throw new NotHere()
  }

  return trial
}

/** A page by itself: nothing in it runs, loads or leads anywhere but images over the network. */
const ALONE = {
  'Cache-Control': 'private, no-store',
  'Content-Security-Policy':
    "sandbox; default-src 'none'; frame-ancestors 'self'; img-src http: https: data:; style-src 'unsafe-inline'",
  'Content-Type': 'text/html; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
}

/** GET /api/email-templates/:id/preview: the mail with made-up data, as HTML that cannot run scripts. */
export const previewEmailTemplate = endpoint({
  input,
  method: 'get',
  path: '/email-templates/:id/preview',
  run: async ({ input: { id }, req, tenant }) => {
    const { html } = await writeLetter({ ...(await trialFor({ id, req, tenant })), req })

    return new Response(html, { headers: ALONE })
  },
})

/**
 * POST /api/email-templates/:id/test: sends one mail with made-up data to whoever asks. 429 with
 * `Retry-After` after five in a minute.
 */
export const testEmailTemplate = endpoint({
  input,
  path: '/email-templates/:id/test',
  run: async ({ input: { id }, req, tenant }) => {
    const { data, locale, template } = await trialFor({ id, req, tenant })
    const { id: person, email } = req.user
    const occasion = `test:${person}:`
    // Presses of one person are counted one after the other.
    await row(req, sql`select pg_advisory_xact_lock(hashtextextended(${occasion}, 0))`)
    const asked = await row<{ count: number; wait: number }>(
      req,
      sql`select count(*)::int as count,
            ceil(60 - extract(epoch from clock_timestamp() - min(created_at)))::int as wait
          from emails where tenant_id = ${tenant} and "to" = ${email}
            and starts_with(dedupe_key, ${occasion})
            and created_at > clock_timestamp() - interval '1 minute'`,
    )
    if (asked && asked.count >= MOST_PER_MINUTE) {
      throw new TooMany({ seconds: Math.max(1, asked.wait) })
    }
    await queueEmail({ data, key: `${occasion}${newId()}`, locale, req, template, to: email })

    return { to: email }
  },
  status: 202,
})
