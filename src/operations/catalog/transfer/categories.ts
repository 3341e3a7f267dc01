import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { PackedCategory, PackedCourse } from '@/domain/catalog/transfer/packed'

import { rows } from '@/database/transaction'

type Given = {
  mayAddCategories: boolean
  packed: PackedCourse
  req: PayloadRequest
  tenant: string
}

/** The shelves of a packed course in the school, by their names there: those of the same address, else new ones. */
export const categoryIds = async (given: Given): Promise<Map<string, string>> => {
  const { packed, req, tenant } = given
  const ids = new Map<string, string>()
  const slugs = packed.categories.map(({ slug }) => slug)
  if (slugs.length === 0) {
    return ids
  }
  const found = await rows<{ id: string; slug: string }>(
    req,
    sql`select id, slug from categories where tenant_id = ${tenant} and slug = any(${sql.param(slugs)}::text[])`,
  )
  for (const shelf of fromTheTop(packed.categories)) {
    const known = found.find(({ slug }) => slug === shelf.slug)?.id
    const id = known ?? (given.mayAddCategories ? await add(given, shelf, ids) : undefined)
    if (id) {
      ids.set(shelf.ref, id)
    }
  }

  return ids
}

/** Each shelf after the one that it stands below; shelves below one another in a circle are left out. */
const fromTheTop = (shelves: readonly PackedCategory[]): PackedCategory[] => {
  const placed: PackedCategory[] = []
  let left = [...shelves]
  for (let before = -1; before !== left.length;) {
    before = left.length
    const next = left.filter(({ parent }) => !parent || placed.some(({ ref }) => ref === parent))
    placed.push(...next)
    left = left.filter((one) => !next.includes(one))
  }

  return placed
}

const add = async (
  { req, tenant }: Given,
  { name, slug, description, parent, position }: PackedCategory,
  ids: ReadonlyMap<string, string>,
): Promise<string> => {
  const made = await req.payload.create({
    collection: 'categories',
    data: { name, slug, description, parent: parent && ids.get(parent), position, tenant },
    depth: 0,
    overrideAccess: true,
    req,
  })

  return made.id
}
