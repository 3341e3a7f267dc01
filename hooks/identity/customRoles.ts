import type { CollectionBeforeDeleteHook, FieldHook } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { APIError, ValidationError } from 'payload'

import { rows } from '@/database/transaction'
import { idOf } from '@/domain/ids'
import { hasRole } from '@hooks/access'

/** A role that people hold stays: 409 roleInUse with up to twenty of them. */
export const keepUsedRole: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const holders = await rows<{ id: string; name: string }>(
    req,
    sql`select id, name from users where custom_role_id = ${id} order by name limit 20`,
  )
  if (holders.length > 0) {
    const names = holders.map(({ name }) => name).join(', ')
    throw new APIError(`Held by ${names}.`, 409, { code: 'roleInUse', holders }, true)
  }
}

type Holder = { customRole?: null | string | { id: string } } | undefined

/** A role of the school's own is given and taken by its owners in person: nobody gives more than they have. */
export const guardCustomRole: FieldHook = ({ originalDoc, req, value }) => {
  const before = (originalDoc as Holder)?.customRole
  const [had, has] = [before ? idOf(before) : null, value ? idOf(value as string) : null]
  const isKey = Boolean((req.user as null | { key?: object })?.key)
  if (req.user && had !== has && (isKey || !hasRole(req, ['owner', 'superAdmin']))) {
    throw new ValidationError({
      collection: 'users',
      errors: [{ message: 'This role is not yours to give or take.', path: 'customRole' }],
    })
  }

  return value as unknown
}
