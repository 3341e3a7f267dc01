import type { PayloadRequest } from 'payload'

import { createLocalReq } from 'payload'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'

import { dropFile } from './removeFile'

const DAY_MS = 86_400_000

/** Forgets, in every school, the files whose upload broke off a day before `now` or earlier, with what of them was stored. May run twice. */
export const sweepWorkFiles = async ({
  now,
  req: { payload },
}: {
  now: Date
  req: PayloadRequest
}): Promise<void> => {
  const { rows: left } = await systemPool().query<{ id: string; tenant: string }>(
    'select id, tenant_id as tenant from submission_files where not coalesce(is_stored, false) and created_at < $1',
    [new Date(now.getTime() - DAY_MS).toISOString()],
  )
  for (const { id, tenant } of left) {
    await asTenant(tenant, async () => {
      const req = await createLocalReq({}, payload)
      await inTransaction(req, () => dropFile({ file: id, req, tenant }))
    })
  }
}
