import type { Payload } from 'payload'

import { storage } from '@/adapters/storage'
import { systemPool } from '@/database/hosts'

import { transferFolder } from './keys'

/** Transfers forgotten in one round. */
const AT_ONCE = 200

/** Forgets transfers whose time is over, with their files. What they made stays. */
export const forgetTransfers = async (payload: Payload): Promise<void> => {
  const { rows: over } = await systemPool().query<{ id: string; tenant: string }>(
    `select id, tenant_id as tenant from course_transfers where expires_at <= now() order by id limit ${AT_ONCE}`,
  )
  for (const { id, tenant } of over) {
    try {
      await storage().deleteFolder(transferFolder({ tenant, transfer: id }))
      await systemPool().query('delete from course_transfer_items where transfer_id = $1', [id])
      await systemPool().query('delete from course_transfers where id = $1', [id])
    } catch (error) {
      payload.logger.warn({ err: error, transfer: id }, 'A transfer waits to be forgotten.')
    }
  }
}
