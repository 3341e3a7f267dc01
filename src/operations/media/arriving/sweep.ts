import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import { storage } from '@/adapters/storage'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { row } from '@/database/transaction'
import { mediaFolder, quarantineKey } from '@/domain/media/keys'

import type { Arrival } from './arrival'

import { arrivalOf } from './arrival'
import { dropBytes } from './drop'
import { finishArrival } from './finish'

type Left = { id: string; tenant: string }

const listed = async (statement: string): Promise<Left[]> =>
  (await systemPool().query<Left>(statement)).rows

/** Everything of it came to this machine, and nobody has asked for more: its sender has gone, or the process that finished it. */
const WHOLE = `select id, tenant_id as tenant from incoming_files
  where (state = 'open' and sent = filesize or state = 'finishing' and lease_until < now())
    and updated_at < now() - interval '1 minute' and expires_at > now() limit 100`

const EXPIRED = `select id, tenant_id as tenant from incoming_files where expires_at < now()
  and (state <> 'finishing' or lease_until < now()) limit 1000`

/** Takes an expired row from whoever could still go on with it. */
const close = ({ id, payload }: { id: string; payload: Payload }) =>
  createLocalReq({}, payload).then((req) =>
    row(
      req,
      sql`update incoming_files set state = case when state in ('open', 'finishing') then 'refused' else state end, reason = coalesce(reason, 'uploadClosed')
          where id = ${id}::uuid and expires_at < now() and (state <> 'finishing' or lease_until < now()) returning id`,
    ),
  )

const forget = async ({ arrival, payload }: { arrival: Arrival; payload: Payload }) => {
  const { id, media, tenant } = arrival
  const req = await createLocalReq({}, payload)
  await dropBytes({ arrival, but: media?.filename })
  if (!media) {
    // Whatever a process left that was killed while it made the row.
    await storage().deleteFolder(mediaFolder({ id, tenant }))
    await storage().delete(quarantineKey({ id, tenant }))
  }
  await row(req, sql`delete from incoming_files where id = ${id}::uuid and expires_at < now()`)
}

/** Finishes, in every school, files that came whole and were left, and forgets those whose time is over. May run twice. */
export const sweepArrivals = async ({ payload }: { payload: Payload }): Promise<void> => {
  for (const { id, tenant } of await listed(WHOLE)) {
    await asTenant(tenant, async () => {
      await finishArrival({ id, payload }).catch((error: unknown) => {
        payload.logger.error(error)
      })
    })
  }
  for (const { id, tenant } of await listed(EXPIRED)) {
    await asTenant(tenant, async () => {
      const isClosed = await close({ id, payload })
      const arrival = await arrivalOf({ id, req: await createLocalReq({}, payload) })
      if (isClosed && arrival) {
        await forget({ arrival, payload })
      }
    })
  }
}
