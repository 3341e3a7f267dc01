import type { FieldHook } from 'payload'

import { idOf } from '@/domain/ids'
import { seal } from '@/secrets'

/** Encrypts a secret on its way into the database; what is sealed already stays as it is. */
export const sealValue: FieldHook = ({ data, originalDoc, previousValue, value }) => {
  const row = { ...(originalDoc as object), ...data } as { tenant?: string | { id: string } }
  if (typeof value !== 'string' || value === previousValue || !row.tenant) {
    return value
  }

  return seal({ tenant: idOf(row.tenant), value })
}
