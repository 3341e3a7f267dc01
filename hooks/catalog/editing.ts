import type { CollectionBeforeChangeHook, CollectionSlug, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { idOf } from '@/domain/ids'

import { editRefusal } from './refusals'

type Edited = Extract<CollectionSlug, 'courses' | 'lessons'>

/** The newest version of a document: every time that an answer may have named it by, and who wrote it. */
type Newest = { editor: null | string; times: string[] }

/** Minutes of writing that are one version, while nobody else writes. */
const SITTING = 30

const newestOf = async (
  req: PayloadRequest,
  collection: Edited,
  id: string,
): Promise<Newest | undefined> => {
  await row(
    req,
    sql`select 1 from ${sql.identifier(collection)} where id::text = ${id} for no key update`,
  )

  return row<Newest>(
    req,
    sql`select u.name as editor,
          array(select distinct to_json(t) #>> '{}' from unnest(array[v.updated_at, v.version_updated_at]) t) as times
        from ${sql.identifier(`_${collection}_v`)} v left join users u on u.id = v.version_editor_id
        where v.parent_id::text = ${id} and v.latest order by v.updated_at desc limit 1`,
  )
}

const isAt = (time: string, { times }: Newest): boolean =>
  times.some((one) => Date.parse(one) === Date.parse(time))

/** What the caller says to have begun from: `If-Match: "<updatedAt>"`, about the document that the request is for. */
const basisOf = ({ headers, routeParams }: PayloadRequest, id: string): null | string =>
  routeParams?.id === id ? (headers.get('if-match')?.replace(/^(?:W\/)?"?|"?$/g, '') ?? null) : null

/** Whose version the next one is not folded into: what somebody else kept, or this person in another sitting. */
const endSitting = async (
  req: PayloadRequest,
  { id, collection, editor }: { collection: Edited; editor: null | string; id: string },
): Promise<void> => {
  await row(
    req,
    sql`update ${sql.identifier(`_${collection}_v`)} v set autosave = false
        where v.parent_id::text = ${id} and v.latest and v.autosave
          and (v.version_editor_id::text is distinct from ${editor} or v.created_at < now() - make_interval(mins => ${SITTING}))`,
  )
}

/**
 * Nobody writes over what they have not seen. A save is refused, 409 documentChanged with `updatedAt` and
 * `editor` of what stands, where it began from an older version than the newest: by its `If-Match`, or
 * because another save came between its reading and its writing. Each version is its writer's own.
 */
export const guardEdits =
  (collection: Edited): CollectionBeforeChangeHook =>
  async ({ data, operation, originalDoc, req }) => {
    const { id, tenant, updatedAt } = (originalDoc ?? {}) as {
      id?: string
      tenant?: string | { id: string }
      updatedAt?: string
    }
    const school = (data as { tenant?: string | { id: string } }).tenant ?? tenant
    const theirs = (req.user as null | { tenant?: null | string | { id: string } })?.tenant
    // What the platform's staff write has no editor of the school.
    const isTheirs = theirs && school && idOf(theirs) === idOf(school)
    const editor = isTheirs && req.user ? String(req.user.id) : null
    if (operation === 'update' && id) {
      const newest = await newestOf(req, collection, id)
      const basis = basisOf(req, id)
      const isStale = [basis, updatedAt].some((time) => time && newest && !isAt(time, newest))
      if (newest && isStale) {
        throw editRefusal({ newest, req })
      }
      await endSitting(req, { id, collection, editor })
    }

    return { ...data, editor }
  }
