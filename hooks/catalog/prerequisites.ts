import type { CollectionBeforeValidateHook } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { ValidationError } from 'payload'

import type { Prerequisite } from '@/domain/catalog/prerequisites'

import { rows } from '@/database/transaction'
import { comesBeforeItself } from '@/domain/catalog/prerequisites'
import { idOf } from '@/domain/ids'
import { isLocale } from '@/domain/tenancy/locales'

const CIRCULAR = {
  en: 'This course would have to be completed before itself. Take one of the courses out.',
  he: 'כך היה צריך להשלים את הקורס הזה לפני עצמו. יש להוציא אחד מהקורסים.',
  ru: 'Так этот курс пришлось бы пройти до него самого. Уберите один из курсов.',
}

type Given = { id?: string; prerequisites?: (string | { id: string })[] | null }

/**
 * 400 for prerequisites that run in a circle, as they are published and as drafts have them. Courses are held one
 * after the other, so that two saved at once cannot close a circle together.
 */
export const refuseCircles: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  const wanted = ((data as Given | undefined)?.prerequisites ?? []).map(idOf)
  const course = (originalDoc as Given | undefined)?.id
  if (wanted.length === 0 || !course) {
    return data
  }
  await rows(req, sql`select pg_advisory_xact_lock(hashtextextended('prerequisites', 0))`)
  const others = await rows<Prerequisite>(
    req,
    sql`select r.parent_id as course, r.courses_id as before from courses_rels r
        where r.path = 'prerequisites' and r.parent_id <> ${course}
        union select v.parent_id, r.courses_id from _courses_v_rels r join _courses_v v on v.id = r.parent_id and v.latest
        where r.path = 'version.prerequisites' and v.parent_id <> ${course}`,
  )
  if (comesBeforeItself(course, wanted, others)) {
    const language = req.i18n?.language
    const message = CIRCULAR[isLocale(language) ? language : 'en']
    throw new ValidationError({
      collection: 'courses',
      errors: [{ message, path: 'prerequisites' }],
      req,
    })
  }

  return data
}
