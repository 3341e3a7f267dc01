import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  FieldHook,
  PayloadRequest,
} from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { APIError } from 'payload'

import { row } from '@/database/transaction'
import { idOf } from '@/domain/ids'
import { refusalOf, takeTurn } from '@/operations/identity/erasureRefusal'

type Row = {
  erasureAt?: null | string
  id: string
  roles?: null | string[]
  status?: string
  tenant?: string | { id: string }
}

/** Roles of which a school, or the platform, keeps one holder. */
const KEPT = ['owner', 'superAdmin']

const refuseOnlyOwner = async (
  req: PayloadRequest,
  { account, tenant }: { account: string; tenant: string },
): Promise<void> => {
  await takeTurn({ req, tenant })
  if ((await refusalOf({ account, req, tenant })) === 'onlyOwner') {
    throw new APIError('A school keeps its last owner.', 422, { code: 'onlyOwner' }, true)
  }
}

/** The last owner of a school stays one, however many are taken the role at once; else 422 onlyOwner. */
export const keepLastOwner: CollectionBeforeChangeHook<Row> = async ({
  data,
  originalDoc,
  req,
}) => {
  const isLosing = (originalDoc?.roles ?? []).some(
    (role) => KEPT.includes(role) && data.roles && !data.roles.includes(role),
  )
  if (originalDoc?.tenant && isLosing) {
    await refuseOnlyOwner(req, { account: originalDoc.id, tenant: idOf(originalDoc.tenant) })
  }

  return data
}

/** As `keepLastOwner`, of accounts that are deleted. */
export const keepLastOwnerRow: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const found = await row<{ tenant: string }>(
    req,
    sql`select tenant_id as tenant from users where id = ${String(id)}`,
  )
  if (found) {
    await refuseOnlyOwner(req, { account: String(id), tenant: found.tenant })
  }
}

/**
 * Keeps what an account has by now in a column that operations alone change, where a person saves a form: one that was opened
 * before a ban must not lift it.
 */
export const keptAsItIs =
  (column: 'status' | 'tags'): FieldHook<Row> =>
  async ({ operation, originalDoc, req, value }) => {
    if (operation !== 'update' || !originalDoc || !req.user) {
      return value as unknown
    }
    const found = await row<{ kept: unknown }>(
      req,
      sql`select to_jsonb(${sql.identifier(column)}) as kept from users where id = ${originalDoc.id} for no key update`,
    )

    return found ? found.kept : (value as unknown)
  }
