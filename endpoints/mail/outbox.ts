import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { z } from 'zod'

import { row } from '@/database/transaction'
import { hasOutbox, isOutboxOpen, listOutbox, readOutbox } from '@/operations/mail/outbox'
import { holds } from '@hooks/access'

import { publicEndpoint } from '../support/endpoint'
import { NotHere } from '../support/errors'

/** Nothing is here unless mail stays here, on the platform's host, for its staff (anybody in development). */
const requireReader = async (req: PayloadRequest, tenant: string): Promise<void> => {
  const isReader = isOutboxOpen() || holds(req, ['superAdmin'])
  const isPlatform = await row(
    req,
    sql`select 1 from tenants where id = ${tenant} and kind = 'platform'`,
  )
  if (!hasOutbox() || !isReader || !isPlatform) {
    throw new NotHere()
  }
}

/** GET /api/outbox?to=: the newest mails of the installation, without what they say. */
export const outbox = publicEndpoint({
  input: z.object({ to: z.string().max(320).optional() }),
  method: 'get',
  path: '/outbox',
  run: async ({ input: { to }, req, tenant }) => {
    await requireReader(req, tenant)

    return { mails: await listOutbox({ to }) }
  },
})

/** GET /api/outbox/:id: one mail with its HTML and its text. */
export const outboxMail = publicEndpoint({
  input: z.object({ id: z.uuid() }),
  method: 'get',
  path: '/outbox/:id',
  run: async ({ input: { id }, req, tenant }) => {
    await requireReader(req, tenant)
    const mail = await readOutbox(id)
    if (!mail) {
      throw new NotHere()
    }

    return { mail }
  },
})
