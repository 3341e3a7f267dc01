import { readdirSync } from 'node:fs'
import path from 'node:path'

import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'

import { requestOf } from './harness'

/** The tables of all collections about money, and of what money opens. */
const MONEY_TABLES = [
  ...readdirSync(path.join(process.cwd(), 'collections/commerce'))
    .filter((file) => /^[A-Z]\w+\.ts$/.test(file))
    .map((file) =>
      file
        .replace(/\.ts$/, '')
        .replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`)
        .toLowerCase(),
    ),
  'access_grants',
  'enrollments',
]

/** Every row of money of a school as it stands, to the last letter but for when it was last touched. */
export const moneyLetters = (tenant: string): Promise<unknown[]> =>
  asTenant(tenant, async () => {
    const req = await requestOf()
    const found: unknown[] = []
    for (const table of MONEY_TABLES) {
      found.push(
        await rows(
          req,
          sql`select ${table}::text as "table", to_jsonb(t) - 'updated_at' as kept from ${sql.raw(table)} t
              where t.tenant_id = ${tenant} order by t.id`,
        ),
      )
    }

    return found
  })
