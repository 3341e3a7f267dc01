import type { CollectionSlug, Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { APIError, createLocalReq } from 'payload'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction, row } from '@/database/transaction'
import { trashCutoff } from '@/domain/tenancy/trash'

/** Rows looked up by one statement. */
const AT_ONCE = 200

const FIRST_ID = '00000000-0000-0000-0000-000000000000'

type Trashed = { id: string; tenant: string }

type Work = { collection: CollectionSlug; cutoff: Date; payload: Payload }

/**
 * Removes for good, in every school and every collection that has a trash, what went into it thirty
 * days before `now` or earlier, each row in a transaction of its own, with all that its collection
 * removes along. What a collection refuses to lose stays; a row that fails otherwise is logged and
 * waits for the next night. May run twice and at the same time. Answers how many rows are gone.
 */
export const emptyTrash = async ({
  now,
  payload,
}: {
  now: Date
  payload: Payload
}): Promise<number> => {
  const cutoff = trashCutoff(now)
  let gone = 0
  for (const { slug, trash } of payload.config.collections) {
    gone += trash ? await emptyCollection({ collection: slug, cutoff, payload }) : 0
  }

  return gone
}

const emptyCollection = async (work: Work): Promise<number> => {
  let gone = 0
  let after = FIRST_ID
  for (;;) {
    const { rows } = await systemPool().query<Trashed>(
      `select id, tenant_id as tenant from "${tableOf(work)}"
       where deleted_at <= $1 and id > $2 order by id limit ${AT_ONCE}`,
      [work.cutoff.toISOString(), after],
    )
    for (const { id, tenant } of rows) {
      gone += Number(await asTenant(tenant, () => erase(work, id)))
      after = id
    }
    if (rows.length < AT_ONCE) {
      return gone
    }
  }
}

const tableOf = ({ collection }: Work): string => collection.replace(/-/g, '_')

/** Whether this call removed the row: not one that was restored meanwhile, or that another worker has in hand. */
const erase = async (work: Work, id: string): Promise<boolean> => {
  const { collection, cutoff, payload } = work
  const req = await createLocalReq({}, payload)
  try {
    return await inTransaction(req, async () => {
      const due = await row(
        req,
        sql`select 1 from ${sql.identifier(tableOf(work))}
            where id = ${id} and deleted_at <= ${cutoff.toISOString()} for update skip locked`,
      )
      if (due) {
        await payload.delete({ id, collection, depth: 0, overrideAccess: true, req, trash: true })
      }

      return Boolean(due)
    })
  } catch (error) {
    if (!isRefusal(error)) {
      payload.logger.warn({ id, collection, err: error }, 'A trashed row waits for the next night.')
    }

    return false
  }
}

/** A hook's own no, as opposed to a fault. */
const isRefusal = (error: unknown): boolean => error instanceof APIError && error.status === 409
