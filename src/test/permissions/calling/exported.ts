import { sql } from '@payloadcms/db-postgres'

import { storage } from '@/adapters/storage'
import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { exportKey } from '@/domain/privacy/dataExports'
import { requestOf } from '@/test/harness'

/** A file of a person's data that they asked for themselves, and that can be fetched. */
export const exportedOf = ({ account, tenant }: { account: string; tenant: string }) =>
  asTenant(tenant, async () => {
    const [made] = await rows<{ id: string }>(
      await requestOf(),
      sql`insert into data_exports (id, tenant_id, account_id, asked_by_id, state, attempts, done, parts, size, expires_at)
          values (uuidv7(), ${tenant}, ${account}, ${account}, 'done', 1, 1, 1, 4, now() + interval '1 day') returning id`,
    )
    const id = made?.id ?? ''
    await storage().put({
      body: Buffer.from('data'),
      contentType: 'application/zip',
      key: exportKey({ id, account, tenant }),
    })

    return { id, account }
  })
