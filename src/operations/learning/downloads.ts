import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'

import { activeIn } from './activity'
import { completeLesson } from './complete'
import { percentNow } from './rollUp'
import { seatOf } from './seat'
import { lessonFor } from './seenLessons'
import { signedParts, signParts } from '@/operations/identity/signedParts'

/** How long a link to a file opens it, in ms. */
const OPEN_FOR = 5 * 60_000

/** What a link to a file was made for: whom, which file of which lesson, and until when, in ms. */
export type FileLink = { account: string; file: string; lesson: string; until: number }

const purposeOf = (tenant: string): string => `downloads:${tenant}`

/** What the link carries: all of it, signed for that school. */
export const fileToken = ({ account, file, lesson, until }: FileLink, tenant: string): string =>
  signParts([account, lesson, file, String(until)], purposeOf(tenant))

/** What a token was signed for in this school; null where it was not, or its time is over. */
export const fileAsked = ({
  now = new Date(),
  tenant,
  token,
}: {
  now?: Date
  tenant: string
  token: string
}): FileLink | null => {
  const parts = signedParts({ count: 4, purpose: purposeOf(tenant), token })
  const [account = '', lesson = '', file = '', until] = parts ?? []

  return Number(until) > now.getTime() ? { account, file, lesson, until: Number(until) } : null
}

type Counted = { all: string[]; completedAt: null | string; files: Record<string, number> }

/** Counts in one statement; none where the file is not among the lesson's resources. */
const count = (
  req: PayloadRequest,
  {
    course,
    enrollment,
    file,
    learner,
    lesson,
    tenant,
  }: Record<'course' | 'enrollment' | 'file' | 'learner' | 'lesson' | 'tenant', string>,
): Promise<Counted | undefined> =>
  row<Counted>(
    req,
    sql`with ${activeIn(enrollment)}, held as (
          select m.id::text as file from ${lessonFor({ learner, lesson })} l cross join jsonb_array_elements(coalesce(l.resources, '[]')) r (one)
          join media m on m.id::text = r.one ->> 'file'
        )
        insert into progress (id, tenant_id, learner_id, lesson_id, course_id, enrollment_id, spans, seconds, share, position, downloads, files)
        select uuidv7(), ${tenant}::uuid, ${learner}::uuid, ${lesson}::uuid, ${course}::uuid, ${enrollment}::uuid, '[]', 0, 0, 0, 1,
          jsonb_build_object(${file}::text, 1)
        where exists (select 1 from held where file = ${file})
        on conflict (tenant_id, learner_id, lesson_id) do update set downloads = progress.downloads + 1,
          files = jsonb_set(progress.files, array[${file}::text], to_jsonb(coalesce((progress.files ->> ${file}::text)::int, 0) + 1)),
          enrollment_id = excluded.enrollment_id, updated_at = now()
        returning files, completed_at as "completedAt", (select json_agg(distinct file) from held) as all`,
  )

/** A link to a file, and how the lesson stands now that it was taken. */
export type Download = { completed: boolean; percent: number; url: string }

/**
 * Lends a learner a file of a lesson's resources: a link that opens for five minutes, for them alone. It
 * is counted, and completes a lesson whose rule it is once every file of it was taken. Null where there is
 * no such lesson or file; throws lessonLocked and accessEnded. Runs in the caller's transaction.
 */
export const lendFile = async ({
  file,
  learner,
  lesson,
  now = new Date(),
  req,
  tenant,
}: {
  file: string
  learner: string
  lesson: string
  now?: Date
  req: PayloadRequest
  tenant: string
}): Promise<Download | null> => {
  const seat = await seatOf({ caller: { account: learner }, lesson, req })
  const counted = seat && (await count(req, { ...seat, file, tenant }))
  if (!seat || !counted) {
    return null
  }
  const { all, completedAt, files } = counted
  const completes =
    seat.completion.rule === 'downloaded' && !completedAt && all.every((one) => one in files)
  if (completes) {
    await completeLesson({ req, seat, tenant })
  }
  const token = fileToken(
    { account: learner, file, lesson, until: now.getTime() + OPEN_FOR },
    tenant,
  )

  return {
    completed: completes || completedAt !== null,
    percent: completes ? await percentNow({ course: seat.course, learner, req }) : seat.percent,
    url: `/api/learn/files/${token}`,
  }
}
