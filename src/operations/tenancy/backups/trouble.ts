import type { Payload } from 'payload'

import { createLocalReq } from 'payload'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

/** Characters of a reason that are told. */
const MOST_REASON = 300

/** Announces, as a fact of the platform, that a backup could not be made or restored. */
export const announceTrouble = async ({
  now,
  payload,
  problem,
  reason,
}: {
  now: Date
  payload: Payload
  problem: 'notMade' | 'notRestored'
  reason: string
}): Promise<void> => {
  const { rows } = await systemPool().query<{ id: string }>(
    `select id from tenants where kind = 'platform' limit 1`,
  )
  const [platform] = rows
  if (!platform) {
    return
  }
  await asTenant(platform.id, async () => {
    const req = await createLocalReq({}, payload)
    const data = {
      day: now.toISOString().slice(0, 10),
      problem,
      reason: reason.slice(0, MOST_REASON),
    }
    await inTransaction(req, () =>
      announce({ data, fact: 'backup.troubled', req, tenant: platform.id }),
    )
  })
}
