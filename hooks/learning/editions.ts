import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeReadHook,
  PayloadRequest,
} from 'payload'
import type { SQL } from '@payloadcms/db-postgres/drizzle'

import type { ScheduledTask } from '@hooks/events/reaction'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { idOf } from '@/domain/ids'
import { AUTHORS } from '@/domain/identity/roles'
import { pinStartedCohorts } from '@/operations/learning/editions/atStart'
import { asKept } from '@/operations/learning/editions/overlay'
import { followCourse } from '@/operations/learning/editions/pin'
import { holds } from '@hooks/access'
import { refusal } from '@hooks/catalog/refusals'

/** Holds a cohort that is saved, and leaves its edition as it is: a form that was open meanwhile knows an older one. */
export const keepEdition: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const id = (originalDoc as undefined | { id: string })?.id
  const kept =
    id &&
    (await row(
      req,
      sql`select edition_id as edition, to_json(pinned_at) #>> '{}' as "pinnedAt", pinned_by_id as "pinnedBy",
            to_json(pinned_at_start) #>> '{}' as "pinnedAtStart"
          from cohorts where id = ${id} for no key update`,
    ))

  return kept ? { ...data, ...kept } : data
}

/** A cohort that is removed keeps no edition any more. */
export const leaveEdition: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const found = await row<{ tenant: string }>(
    req,
    sql`select tenant_id as tenant from cohorts where id::text = ${String(id)} and edition_id is not null`,
  )
  if (found) {
    await followCourse({ cohort: String(id), req, tenant: found.tenant })
  }
}

const refuseIf = async (req: PayloadRequest, kept: SQL): Promise<void> => {
  const found = await row<{ title: null | string }>(req, kept)
  if (found) {
    throw refusal({ code: 'keptByCohort', req, title: found.title ?? '' })
  }
}

/** 409 keptByCohort for a lesson that a pinned cohort learns by: it stays in the trash for as long. */
export const keepLessonOfEdition: CollectionBeforeDeleteHook = ({ id, req }) =>
  refuseIf(
    req,
    sql`select x.facts ->> 'title' as title from edition_lessons x where x.lesson_id::text = ${String(id)} limit 1`,
  )

/** The same for a quiz. */
export const keepQuizOfEdition: CollectionBeforeDeleteHook = ({ id, req }) =>
  refuseIf(
    req,
    sql`select q.title from quizzes q where q.id::text = ${String(id)}
          and exists (select 1 from edition_lessons x where x.facts ->> 'quiz_id' = q.id::text)`,
  )

type Lesson = Record<string, unknown> & { course?: string | { id: string } }

/** Shows a learner who is pinned to an edition the lesson as that keeps it; whoever writes or teaches lessons sees them as they are. */
export const showKeptLesson: CollectionBeforeReadHook = ({ doc, req }) => {
  const person = req.user as null | { id: string; teaches?: boolean }

  return person && !holds(req, [...AUTHORS, 'superAdmin'])
    ? asKept(doc as Lesson, { learner: idOf(person), req })
    : doc
}

/** Pins cohorts that are to be pinned when they start, within a minute of it. */
export const pinStartedEveryMinute: ScheduledTask = {
  name: 'pinStartedCohorts',
  cron: '* * * * *',
  run: async ({ req: { payload } }) => {
    await pinStartedCohorts({ payload })
  },
}
