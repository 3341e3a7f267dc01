import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { backupStorage } from '@/adapters/storage'
import { systemPool } from '@/database/hosts'
import { rows } from '@/database/transaction'

/** Folder, beside the backups, with an empty object for each erased account: it says who must not come back with one of them. */
const LEDGER = 'erasures'

type Whose = { account: string; tenant: string }

/** Notes that an account is erased, in the caller's transaction: its id alone. */
export const noteErasure = async ({
  account,
  req,
  tenant,
}: Whose & { req: PayloadRequest }): Promise<void> => {
  await rows(
    req,
    sql`insert into erasures (id, tenant_id, account, erased_at) values (uuidv7(), ${tenant}, ${account}, now())
        on conflict (tenant_id, account) do nothing`,
  )
}

/** Notes it beside the backups too, where no restore takes it back. May run twice. */
export const keepErasure = ({ account, tenant }: Whose): Promise<void> =>
  backupStorage().put({
    body: Buffer.from('{}'),
    contentType: 'application/json',
    key: `${LEDGER}/${tenant}/${account}`,
  })

/** Everybody who was erased, by the ledger beside the backups and by that of the database. */
export const erasedAccounts = async (): Promise<Whose[]> => {
  const { rows: noted } = await systemPool().query<Whose>(
    'select account, tenant_id as tenant from erasures order by id',
  )
  const known = new Map(noted.map((one) => [one.account, one]))
  for await (const { key } of backupStorage().list(LEDGER)) {
    const [, tenant = '', account = ''] = key.split('/')
    known.set(account, { account, tenant })
  }

  return [...known.values()]
}
