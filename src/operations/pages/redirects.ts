import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Addressed } from '@/domain/pages/addresses'

import { row, rows } from '@/database/transaction'
import { addressOf } from '@/domain/pages/addresses'

/** What visitors may read of each collection, for a row `d`. */
const PUBLIC: Record<Addressed, SQL> = {
  categories: sql`true`,
  courses: sql`d._status = 'published' and d.deleted_at is null`,
  instructors: sql`d.is_published`,
  pages: sql`d._status = 'published'`,
  paths: sql`d._status = 'published'`,
}

const COLUMN: Record<Addressed, string> = {
  categories: 'category_id',
  courses: 'course_id',
  instructors: 'instructor_id',
  pages: 'page_id',
  paths: 'learning_path_id',
}

const COLLECTIONS = Object.keys(COLUMN) as Addressed[]

type Document = { collection: Addressed; id: string; req: PayloadRequest }

/**
 * The slug under which visitors read a document now, undefined where they do not. `lock` keeps others
 * from changing the row until the transaction ends.
 */
export const publicSlug = async ({
  id,
  collection,
  lock = false,
  req,
}: Document & { lock?: boolean }): Promise<string | undefined> => {
  const found = await row<{ slug: string }>(
    req,
    sql`select d.slug from ${sql.identifier(collection)} d
        where d.id::text = ${id} and ${PUBLIC[collection]} ${lock ? sql`for no key update` : sql``}`,
  )

  return found?.slug
}

/** Has the address that a document had lead to it from now on. */
export const keepAddress = async ({
  id,
  slug,
  collection,
  req,
}: Document & { slug: string }): Promise<void> => {
  const mine = sql.identifier(COLUMN[collection])
  const others = COLLECTIONS.filter((one) => one !== collection).map(
    (one) => sql`${sql.identifier(COLUMN[one])} = null`,
  )
  await rows(
    req,
    sql`insert into redirects (id, tenant_id, path, ${mine})
        select uuidv7(), d.tenant_id, ${addressOf(collection, slug)}, d.id
        from ${sql.identifier(collection)} d where d.id::text = ${id}
        on conflict (tenant_id, path) do update
          set ${mine} = excluded.${mine}, ${sql.join(others, sql`, `)}, updated_at = now()`,
  )
}

/** Lets go of an address that a document has taken, whatever it led to. */
export const releaseAddress = async ({
  id,
  slug,
  collection,
  req,
}: Document & { slug: string }): Promise<void> => {
  await rows(
    req,
    sql`delete from redirects r using ${sql.identifier(collection)} d
        where d.id::text = ${id} and r.tenant_id = d.tenant_id and r.path = ${addressOf(collection, slug)}`,
  )
}

/** Lets go of all old addresses of a document that is about to be gone for good. */
export const releaseAll = async ({ id, collection, req }: Document): Promise<void> => {
  await rows(
    req,
    sql`delete from redirects where ${sql.identifier(COLUMN[collection])}::text = ${id}`,
  )
}

/** Where the document is read now that could be read at `path` once; null where there is none, or none published. */
export const redirectFrom = async ({
  path,
  req,
}: {
  path: string
  req: PayloadRequest
}): Promise<null | string> => {
  const targets = COLLECTIONS.map(
    (collection) => sql`
      select ${collection} as collection, d.slug from redirects r
        join ${sql.identifier(collection)} d on d.id = r.${sql.identifier(COLUMN[collection])}
        where r.path = ${path} and ${PUBLIC[collection]}`,
  )
  const found = await row<{ slug: string; collection: Addressed }>(
    req,
    sql`${sql.join(targets, sql` union all `)} limit 1`,
  )
  const to = found && addressOf(found.collection, found.slug)

  return to && to !== path ? to : null
}
