import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { ValidationError } from 'payload'

import { rows } from '@/database/transaction'
import { idOf } from '@/domain/ids'

type Relation = { id: string } | string
type Row = Record<string, unknown>

const schoolIn = (...rows: unknown[]): null | string => {
  for (const row of rows) {
    const tenant = (row as undefined | { tenant?: Relation })?.tenant
    if (tenant) {
      return idOf(tenant)
    }
  }

  return null
}

/** Refuses has-many relations to rows that this school does not have; single ones the database itself refuses. */
export const ownRelations =
  (collection: string, field: string, target: string): CollectionBeforeValidateHook =>
  async ({ data, originalDoc, req }) => {
    const given = (data as Row | undefined)?.[field]
    const ids = (Array.isArray(given) ? (given as Relation[]) : []).map(idOf)
    if (
      (await foreign({ ids, req, table: target, tenant: schoolIn(data, originalDoc) })).length > 0
    ) {
      throw new ValidationError({
        collection,
        errors: [{ message: 'Not a row of this school.', path: field }],
      })
    }

    return data
  }

type Node = {
  children?: unknown
  fields?: unknown
  relationTo?: unknown
  root?: unknown
  value?: unknown
}

/** Every document that a rich text points at by an upload, relationship or internal link: `[collection, id]`. */
const referencesIn = (node: unknown): [collection: string, id: string][] => {
  if (Array.isArray(node)) {
    return node.flatMap(referencesIn)
  }
  if (typeof node !== 'object' || node === null) {
    return []
  }
  const { relationTo, value } = node as Node
  const here: [string, string][] =
    typeof relationTo === 'string' &&
    value &&
    (typeof value === 'string' || typeof value === 'object')
      ? [[relationTo, idOf(value as Relation)]]
      : []

  return [...here, ...Object.values(node).flatMap(referencesIn)]
}

/** Refuses rich text and blocks whose uploads, relations and links name another school's documents. */
export const ownReferences =
  (collection: string, ...fields: string[]): CollectionBeforeValidateHook =>
  async ({ data, originalDoc, req }) => {
    const tenant = schoolIn(data, originalDoc)
    for (const field of fields) {
      const found = referencesIn((data as Row | undefined)?.[field])
      for (const table of new Set(found.map(([slug]) => slug))) {
        const ids = found.filter(([slug]) => slug === table).map(([, id]) => id)
        if ((await foreign({ ids, req, table, tenant })).length > 0) {
          throw new ValidationError({
            collection,
            errors: [{ message: 'Points at a document this school does not have.', path: field }],
          })
        }
      }
    }

    return data
  }

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

type Asked = { ids: string[]; req: PayloadRequest; table: string; tenant: null | string }

/** Those of `ids` that name no row of `table` in the school. */
const foreign = async ({ ids, req, table, tenant }: Asked): Promise<string[]> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) {
    return []
  }
  if (!wanted.every((id) => UUID.test(id))) {
    return wanted
  }
  const name = sql.identifier(table.replace(/-/g, '_'))
  const list = sql.join(
    wanted.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  const mine = tenant ? sql` and tenant_id = ${tenant}::uuid` : sql``
  const found = await rows<{ id: string }>(
    req,
    sql`select id from ${name} where id in (${list})${mine}`,
  )

  return wanted.filter((id) => !found.some((row) => row.id === id))
}

/** Those of `ids` that name no row of `table` in the school of a document, as it is `data`: what is given, then what stood before. */
export const foreignRows = ({
  data,
  ...asked
}: Omit<Asked, 'tenant'> & { data: readonly unknown[] }): Promise<string[]> =>
  foreign({ ...asked, tenant: schoolIn(...data) })
