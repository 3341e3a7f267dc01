import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Span } from '@/domain/learning/spans'
import type { Caller } from '@/operations/identity/session'

import { compiled } from '@/database/compiled'
import { inTransaction, row } from '@/database/transaction'
import { isLessonKind, KIND_RULES } from '@/domain/catalog/lessons/kinds'
import { RuleError } from '@/domain/errors'
import { completesBySeeing } from '@/domain/learning/completion'
import { laterPosition, reportedAt, withinVideo } from '@/domain/learning/position'
import { mergeSpans, secondsSeen, shareSeen } from '@/domain/learning/spans'
import { announce } from '@hooks/events/announce'

import type { Kept, Seat } from './seat'

import { whileActive } from './activity'
import { percentNow } from './rollUp'
import { KEPT, seatOf } from './seat'

/** What a player tells: spans and position in seconds, or in pages, `at` in ms of the client's clock. */
type Report = { at?: number; position: number; spans: readonly Span[] }

/** How things stand after a report; `percent` is that of the course, `share` that of the lesson. */
export type Watched = { completed: boolean; percent: number; position: number; share: number }

type Given = {
  caller: Caller
  lesson: string
  now?: Date
  report: Report
  req: PayloadRequest
  tenant: string
}

/**
 * Adds what a player saw to what was seen before. Two statements when nobody else writes the row; a
 * report that meets another, or that completes the lesson, takes the row's lock and tries again, so
 * that tabs side by side lose nothing and one of them announces lesson.completed. Null where there is
 * no such lesson; throws lessonLocked, and notCompletable where the lesson has neither length nor pages.
 */
export const recordWatched = async ({
  caller,
  lesson,
  now = new Date(),
  report,
  req,
  tenant,
}: Given): Promise<null | Watched> => {
  const seat = await seatOf({ caller, lesson, req })
  if (!seat) {
    return null
  }
  if (!isLessonKind(seat.kind) || !KIND_RULES[seat.kind].measure) {
    throw new RuleError('notCompletable')
  }
  const next = added({ kept: seat.kept, now, report, seat })
  if (!next.completes && (await write({ kept: seat.kept, next, req, seat, tenant }))) {
    return {
      completed: next.completed,
      percent: seat.percent,
      position: next.position,
      share: next.share,
    }
  }

  return inTransaction(req, async () => {
    const kept = await lock({ req, seat, tenant })
    const after = added({ kept, now, report, seat })
    await write({ kept, next: after, req, seat, tenant })
    if (after.completes) {
      await announce({
        data: { enrollment: seat.enrollment, lesson },
        fact: 'lesson.completed',
        req,
        tenant,
      })
    }
    const percent = after.completed
      ? await percentNow({ course: seat.course, learner: seat.learner, req })
      : seat.percent

    return { completed: after.completed, percent, position: after.position, share: after.share }
  })
}

type Next = Omit<Watched, 'percent'> & {
  completes: boolean
  positionAt: Date
  seconds: number
  spans: Span[]
}

/** What is to be kept once the report is added to what was. */
const added = ({
  kept,
  now,
  report,
  seat: { completion, isAsking, length },
}: {
  kept: Kept | null
  now: Date
  report: Report
  seat: Seat
}): Next => {
  const spans = mergeSpans([...(kept?.spans ?? []), ...report.spans], length)
  const seconds = secondsSeen(spans)
  const stored = kept?.positionAt ? { at: new Date(kept.positionAt), seconds: kept.position } : null
  const left = laterPosition(stored, {
    at: reportedAt({ at: report.at, now }),
    seconds: withinVideo(report.position, length),
  })
  const before = Boolean(kept?.completedAt)
  const watched = !isAsking && completesBySeeing({ completion, length, seconds, spans })

  return {
    completed: before || watched,
    completes: watched && !before,
    position: left.seconds,
    positionAt: left.at,
    seconds,
    share: shareSeen(seconds, length),
    spans,
  }
}

type Writing = { kept: Kept | null; next: Next; req: PayloadRequest; seat: Seat; tenant: string }

type Rewritten = Pick<Next, 'completes' | 'position' | 'seconds' | 'share'> & {
  at: string
  enrollment: string
  id: string
  seen: string
  version: string
}

const rewriting = ({
  id,
  at,
  completes,
  enrollment,
  position,
  seconds,
  seen,
  share,
  version,
}: Rewritten): SQL =>
  sql`update progress set spans = ${seen}::jsonb, seconds = ${seconds}, share = ${share}, position = ${position},
        position_at = ${at}, enrollment_id = ${enrollment}, updated_at = now(),
        completed_at = coalesce(completed_at, case when ${completes} then now() end)
      where id = ${id} and xmin = ${version}::xid returning id`

const rewrite = compiled(rewriting)

/** Writes over exactly the row that was read; false where another report came between. */
const write = async ({ kept, next, req, seat, tenant }: Writing): Promise<boolean> => {
  const { completes, position, positionAt, seconds, share, spans } = next
  const { course, enrollment, isActive, learner, lesson } = seat
  const seen = JSON.stringify(spans)
  const at = positionAt.toISOString()
  const over = kept && {
    id: kept.id,
    at,
    completes,
    enrollment,
    position,
    seconds,
    seen,
    share,
    version: kept.version,
  }
  if (over && isActive) {
    return Boolean(await rewrite(req, over))
  }
  const statement = over
    ? rewriting(over)
    : sql`insert into progress (id, tenant_id, learner_id, lesson_id, course_id, enrollment_id,
            spans, seconds, share, position, position_at)
          values (uuidv7(), ${tenant}, ${learner}, ${lesson}, ${course}, ${enrollment},
            ${seen}::jsonb, ${seconds}, ${share}, ${position}, ${at})
          on conflict (tenant_id, learner_id, lesson_id) do nothing returning id`

  return Boolean(await row(req, isActive ? statement : whileActive(enrollment, statement)))
}

/** Makes the row where there is none yet, and holds it until the transaction ends. */
const lock = async ({
  req,
  seat,
  tenant,
}: Pick<Writing, 'req' | 'seat' | 'tenant'>): Promise<Kept> => {
  const { course, enrollment, learner, lesson } = seat
  await row(
    req,
    sql`insert into progress (id, tenant_id, learner_id, lesson_id, course_id, enrollment_id, spans, seconds, share, position)
        values (uuidv7(), ${tenant}, ${learner}, ${lesson}, ${course}, ${enrollment}, '[]', 0, 0, 0)
        on conflict (tenant_id, learner_id, lesson_id) do nothing`,
  )
  const kept = await row<Kept>(
    req,
    sql`select p.id, ${KEPT} from progress p
        where p.learner_id = ${learner} and p.lesson_id = ${lesson} for no key update`,
  )
  if (!kept) {
    throw new Error('Progress vanished while it was written.')
  }

  return kept
}
