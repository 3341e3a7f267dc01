import type { CollectionBeforeValidateHook } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { ValidationError } from 'payload'

import { row } from '@/database/transaction'
import { idOf } from '@/domain/ids'

type Relation = { id: string } | string
type Given = {
  audio?: null | Relation
  captions?: { file?: null | Relation }[] | null
  course?: Relation
  duration?: null | number
  section?: Relation
  video?: null | Relation
}

/** A version that is restored brings back what a lesson says; where it stands, and whether it is in the trash, stay as they are. */
export const keepPlace: CollectionBeforeValidateHook = ({ context, data, originalDoc }) => {
  const now = originalDoc as Record<string, unknown> | undefined
  if (!context.isRestoringVersion || !now) {
    return data
  }
  const { _lessons_lessons_order: order, deletedAt, section } = now

  return { ...data, _lessons_lessons_order: order, deletedAt, section }
}

/** A lesson belongs to the course of its section; there is no second answer to keep in step. */
export const sectionsCourse: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  const given = data as Given | undefined
  const section = given?.section ?? (originalDoc as Given | undefined)?.section
  if (!given || !section) {
    return data
  }
  const found = await row<{ course: string }>(
    req,
    sql`select course_id as course from sections where id::text = ${idOf(section)}`,
  )

  return found ? { ...given, course: found.course } : data
}

/** Fills a lesson's length, in seconds, from its video or recording where the author gave none. */
export const lengthFromFile: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  const given = data as Given | undefined
  const duration = given?.duration ?? (originalDoc as Given | undefined)?.duration
  const file = given?.video ?? given?.audio
  if (!file || duration) {
    return data
  }
  const found = await row<{ duration: null | string }>(
    req,
    sql`select duration from media where id::text = ${idOf(file)}`,
  )

  return found?.duration ? { ...given, duration: Number(found.duration) } : data
}

/** Refuses captions that are no file of captions of this school. */
export const ownCaptions: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  const given = data as (Given & { tenant?: Relation }) | undefined
  const files = (given?.captions ?? []).flatMap(({ file }) => (file ? [idOf(file)] : []))
  const tenant = given?.tenant ?? (originalDoc as { tenant?: Relation } | undefined)?.tenant
  if (files.length === 0) {
    return data
  }
  const found = await row<{ count: number }>(
    req,
    sql`select count(*)::int as count from media
        where id::text = any(${sql.param(files)}::text[]) and mime_type = 'text/vtt'
          and (${tenant ? idOf(tenant) : null}::uuid is null or tenant_id = ${tenant ? idOf(tenant) : null}::uuid)`,
  )
  if (found?.count !== new Set(files).size) {
    throw new ValidationError({
      collection: 'lessons',
      errors: [{ message: 'Not a file of captions of this school.', path: 'captions' }],
    })
  }

  return data
}
