import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import { storage } from '@/adapters/storage'
import { inTransaction, row } from '@/database/transaction'
import { arrivingKey, quarantineKey } from '@/domain/media/keys'
import { newId } from '@/newId'

import type { UploadedFile } from '../uploadedFile'

import { streamOf } from '../uploadedFile'
import { tellSender } from './tellSender'

/**
 * Keeps an infected file that came with a form apart for thirty days, as one that was uploaded in parts is, and tells its sender by mail. Works in a
 * transaction of its own: that of the form is given up.
 */
export const setApart = async ({
  account,
  file,
  filename,
  payload,
  tenant,
  virus,
}: {
  account: string
  file: UploadedFile
  filename: string
  payload: Payload
  tenant: string
  virus: string
}): Promise<void> => {
  const req = await createLocalReq({}, payload)
  const id = newId()
  await inTransaction(req, async () => {
    await row(
      req,
      sql`insert into incoming_files (id, tenant_id, account_id, filename, filesize, state, reason, detail, object_key, sent, expires_at)
          values (${id}::uuid, ${tenant}::uuid, ${account}::uuid, ${filename}, ${file.size}, 'quarantined', 'fileInfected', ${virus},
            ${arrivingKey({ id, tenant })}, 0, now() + interval '30 days')`,
    )
    await tellSender({ arrival: { id, account, filename, tenant }, req, virus })
  })
  await storage().put({
    body: streamOf(file),
    contentType: 'application/octet-stream',
    key: quarantineKey({ id, tenant }),
  })
}
