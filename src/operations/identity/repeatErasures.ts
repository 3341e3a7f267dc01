import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import { asTenant } from '@/database/scope'
import { inTransaction, row } from '@/database/transaction'
import { announce } from '@hooks/events/announce'

import { erase } from './eraseAccounts'
import { erasedAccounts } from './erasureLedger'

/**
 * Erases once more everybody who was erased after the moment of a backup, now that it was restored, whatever speaks against it
 * by now, and lets all that follows from any erasure of the ledger happen again. Nobody is told. May run any number of times;
 * answers how many accounts had come back.
 */
export const repeatErasures = async (payload: Payload): Promise<number> => {
  const now = new Date()
  let back = 0
  for (const { account, tenant } of await erasedAccounts()) {
    const req = await createLocalReq({}, payload)
    const isBack = await asTenant(tenant, () =>
      inTransaction(req, async () => {
        if (await erase({ account, isRepeated: true, now, req, tenant })) {
          return true
        }
        const known = await row(req, sql`select 1 from users where id = ${account}`)
        if (known) {
          await announce({ data: { account }, fact: 'account.erased', req, tenant })
        }

        return false
      }),
    )
    back += Number(isBack)
  }

  return back
}
