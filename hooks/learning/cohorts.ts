import type {
  CollectionAfterChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
} from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { APIError, ValidationError } from 'payload'

import type { CohortTimes } from '@/domain/learning/cohorts'

import { row, rows } from '@/database/transaction'
import { misplacedTime, readDates } from '@/domain/learning/cohorts'
import { isLocale } from '@/domain/tenancy/locales'

const WRONG = {
  dates: {
    en: 'Give each section or lesson a date and a time.',
    he: 'יש לתת לכל פרק או שיעור תאריך ושעה.',
    ru: 'Укажите для каждого раздела или урока дату и время.',
  },
  order: {
    en: 'This comes before what it has to follow.',
    he: 'זה מוקדם ממה שזה צריך לבוא אחריו.',
    ru: 'Это раньше того, за чем оно следует.',
  },
}

type Given = CohortTimes & { dates?: unknown; id?: string }

const refuse = (req: PayloadRequest, why: keyof typeof WRONG, path: string): never => {
  const language = req.i18n?.language
  const message = WRONG[why][isLocale(language) ? language : 'en']
  throw new ValidationError({ collection: 'cohorts', errors: [{ message, path }], req })
}

/** 400 for a cohort that ends before it starts, closes before it opens, or whose own dates cannot be read. */
export const soundCohort: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  const given = (data ?? {}) as Given
  const misplaced = misplacedTime({ ...(originalDoc as Given | undefined), ...given })
  if (misplaced) {
    refuse(req, 'order', misplaced)
  }
  if (given.dates === undefined) {
    return data
  }

  return { ...data, dates: readDates(given.dates) ?? refuse(req, 'dates', 'dates') }
}

const dated = ({ dates, startsAt }: Given): string =>
  JSON.stringify([startsAt && new Date(startsAt).toISOString(), dates ?? {}])

/** Has everybody in a cohort looked at anew by the next minute when its start or its dates change. */
export const followCohort: CollectionAfterChangeHook<Given & { id: string }> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation === 'update' && dated(doc) !== dated(previousDoc)) {
    await rows(
      req,
      sql`update enrollments set next_release_at = least(next_release_at, now())
          where cohort_id = ${doc.id} and status = 'active'`,
    )
  }
}

/** 409 for a cohort that somebody is or was in, or ordered: it can be closed for enrollment, its history stays. */
export const keepUsedCohort: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const used = await row(
    req,
    sql`select 1 from enrollments where cohort_id::text = ${String(id)}
        union all select 1 from enrollment_changes where cohort_id::text = ${String(id)}
        union all select 1 from waitlist_entries where cohort_id::text = ${String(id)}
        union all select 1 from order_lines where cohort_id::text = ${String(id)} limit 1`,
  )
  if (used) {
    throw new APIError(
      'This cohort has learners or orders. Close it for enrollment instead.',
      409,
      { code: 'inUse' },
      true,
    )
  }
}
