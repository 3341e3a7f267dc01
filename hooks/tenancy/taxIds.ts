import type { FieldHook } from 'payload'

import { giveId } from '@/database/givenIds'
import { idOf } from '@/domain/ids'
import { newId } from '@/newId'
import { openedParty, openTaxId, sealTaxId } from '@/operations/tenancy/taxIds'

type Row = { id?: string; tenant?: null | string | { id: string } }

/** Seals a school's own tax id on its way into the database. A school that is being made is given its id here, since its key depends on it. */
export const sealOwnTaxId: FieldHook = ({ operation, originalDoc, req, value }) => {
  let tenant = (originalDoc as Row | undefined)?.id
  if (operation === 'create' || !tenant) {
    tenant = newId()
    giveId(req, { id: tenant, collection: 'tenants' })
  }

  return sealTaxId(value as null | string, { tenant })
}

/** Opens a school's own tax id for whoever may read it. */
export const openOwnTaxId: FieldHook = ({ data, value }) => {
  const tenant = (data as Row | undefined)?.id

  return tenant ? openTaxId(value as null | string, { tenant }) : null
}

/** Opens the tax id of a buyer or a seller; a row that is read without its school keeps its own closed. */
export const openParty: FieldHook = ({ data, value }) => {
  const tenant = (data as Row | undefined)?.tenant

  return tenant ? openedParty(value as null | object, { tenant: idOf(tenant) }) : value
}
