import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { CourseDate } from '@/domain/catalog/transfer/shift'

import { inTransaction, row } from '@/database/transaction'
import { slugFrom } from '@/domain/catalog/slugs'
import { packCourse } from '@/domain/catalog/transfer/pack'
import { shiftCourse } from '@/domain/catalog/transfer/shift'

import type { Begun } from './begin'
import type { Item, Place } from './settle'

import { addItems, beginTransfer } from './begin'
import { readCourse } from './read'
import { refuse } from './refused'
import { settle, settledAs } from './settle'
import { writeCourse } from './write'

/** What a clone is called, and by how many days its dates are shifted. */
export type CloneOptions = { days: number; title: string }

const zoneOf = async (req: PayloadRequest, tenant: string): Promise<string> =>
  (
    await row<{ zone: null | string }>(
      req,
      sql`select settings_time_zone as zone from tenants where id = ${tenant}`,
    )
  )?.zone ?? 'UTC'

/** Every date of a course as it is and as it would be so many days later, earliest first; null where there is no such course. */
export const datesOfClone = async ({
  course,
  days,
  req,
  tenant,
}: {
  course: string
  days: number
  req: PayloadRequest
  tenant: string
}): Promise<CourseDate[] | null> => {
  const whole = await readCourse({ course, keepsLinks: true, req })

  return whole
    ? shiftCourse(packCourse(whole).packed, { days, zone: await zoneOf(req, tenant) }).dates
    : null
}

/** Begins to clone a course, once for its key. Runs in the caller's transaction. */
export const beginClone = async ({
  course,
  options,
  ...given
}: {
  asker: string
  course: string
  key: string
  options: CloneOptions
  req: PayloadRequest
  tenant: string
}): Promise<Begun> => {
  const { req, tenant } = given
  const { title } = options
  const begun = await beginTransfer({ ...given, name: title, kind: 'clone', status: 'working' })
  if (begun.isNew) {
    const items = [{ options, source: course, title }]
    await addItems({ items, req, tenant, transfer: begun.id })
  }

  return begun
}

/**
 * Writes a course anew with other dates, as a draft with the same teachers and the same files, in one transaction with the
 * mark that it is there. Its learners and their work, prices, orders and reviews stay with the original.
 */
export const cloneCourse = async (given: Place, item: Item): Promise<void> => {
  const { req, tenant } = given
  const { days, title } = item.options ?? { days: 0, title: item.title }
  await inTransaction(req, async () => {
    const waits = await row(
      req,
      sql`select 1 from course_transfer_items where id = ${item.id} and status = 'waiting' for update`,
    )
    if (!waits) {
      return
    }
    const whole = await readCourse({ course: item.source, keepsLinks: true, req })
    if (!whole) {
      throw refuse('courseGone')
    }
    const { files, packed } = packCourse(whole)
    const { packed: shifted } = shiftCourse(packed, { days, zone: await zoneOf(req, tenant) })
    const { coInstructors, instructor } = whole.course
    const made = await writeCourse({
      also: { coInstructors, instructor },
      mayAddCategories: false,
      media: files,
      packed: {
        ...shifted,
        slug: slugFrom(title) || packed.slug,
        course: { ...packed.course, title },
      },
      req,
      tenant,
    })
    await settle(given, item, settledAs(made))
  })
}
