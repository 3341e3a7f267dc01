import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { DataExportReport } from '@/domain/privacy/dataExports'

import { row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { reaches } from '@/domain/identity/standing'
import { exportKey } from '@/domain/privacy/dataExports'
import { announce } from '@hooks/events/announce'

/** Of whom, and who asks. */
type Asked = { account: string; asker: string; req: PayloadRequest; tenant: string }

const REPORT = sql`e.id, e.state, e.done::int as done, e.parts::int as parts, e.size::float8 as size,
  to_json(e.expires_at) #>> '{}' as "expiresAt", to_json(e.created_at) #>> '{}' as "createdAt"`

const CURRENT = sql`(e.expires_at is null or e.expires_at > now())`

/** How many files somebody sees of those they asked for. */
const MOST_SHOWN = 5

/** Files of somebody's data that the asker asked for and can still fetch, or that are being made; the newest first. */
export const dataExports = ({ account, asker, req }: Asked): Promise<DataExportReport[]> =>
  rows<DataExportReport>(
    req,
    sql`select ${REPORT} from data_exports e where e.account_id = ${account} and e.asked_by_id = ${asker} and ${CURRENT}
        order by e.created_at desc, e.id desc limit ${MOST_SHOWN}`,
  )

/**
 * Has a file made of all that the school keeps of a person; in the caller's transaction. Asked while one is being made, it is
 * that one. Null where the school has no such account, or has erased it; throws aboveYou where staff ask for somebody above them.
 */
export const askDataExport = async ({
  actorRoles,
  ...asked
}: Asked & { actorRoles: readonly string[] }): Promise<DataExportReport | null> => {
  const { account, asker, req, tenant } = asked
  const person = await row<{ roles: string[] }>(
    req,
    sql`select coalesce((select array_agg(r.value::text) from users_roles r where r.parent_id = u.id), '{}') as roles
        from users u where u.id = ${account} and u.tenant_id = ${tenant} and u.status <> 'erased' for no key update of u`,
  )
  if (!person) {
    return null
  }
  if (account !== asker && !reaches(actorRoles, person.roles)) {
    throw new RuleError('aboveYou')
  }
  const open = await row<DataExportReport>(
    req,
    sql`select ${REPORT} from data_exports e
        where e.account_id = ${account} and e.asked_by_id = ${asker} and e.state in ('waiting', 'working')`,
  )
  if (open) {
    return open
  }
  const made = await row<DataExportReport>(
    req,
    sql`insert into data_exports as e (id, tenant_id, account_id, asked_by_id, state, attempts, done, parts)
        select uuidv7(), ${tenant}, ${account}, u.id, 'waiting', 0, 0, 0 from users u where u.id = ${asker} and u.tenant_id = ${tenant}
        returning ${REPORT}`,
  )
  if (made) {
    await announce({ data: { export: made.id }, fact: 'dataExport.asked', req, tenant })
  }

  return made ?? null
}

/** Where a file lies, for who asked for it alone and while its days last; null for anything else. */
export const dataExportFile = async ({
  id,
  account,
  asker,
  req,
  tenant,
}: Asked & { id: string }): Promise<null | string> => {
  const found = await row(
    req,
    sql`select 1 from data_exports e join users u on u.id = e.account_id
        where e.id = ${id} and e.account_id = ${account} and e.asked_by_id = ${asker} and e.state = 'done' and e.expires_at > now()
          and u.status <> 'erased'`,
  )

  return found ? exportKey({ id, account, tenant }) : null
}
