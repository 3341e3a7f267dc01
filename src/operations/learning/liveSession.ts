import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { CalendarEvent } from '@/domain/learning/calendarFile'
import type { Session } from '@/domain/learning/session'

import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { momentsOf, stageOf } from '@/domain/learning/session'

import type { Seat } from './seat'

import { completeLesson } from './complete'
import { percentNow } from './rollUp'
import { seatOf } from './seat'
import { lessonFor } from './seenLessons'

type Given = { learner: string; lesson: string; now?: Date; req: PayloadRequest }

type Read = {
  courseSlug: string
  joinUrl: null | string
  title: string
  updatedAt: string
} & Session

type Found = { moments: NonNullable<ReturnType<typeof momentsOf>>; read: Read; seat: Seat }

/** The session of a lesson that is open to the learner; null where there is no such lesson, or it has no time. */
const find = async ({ learner, lesson, req }: Given): Promise<Found | null> => {
  const seat = await seatOf({ caller: { account: learner }, lesson, req })
  const read =
    seat?.kind === 'live' &&
    (await row<Read>(
      req,
      sql`select l.title, l.live_join_url as "joinUrl", to_json(l.live_starts_at) #>> '{}' as "startsAt",
            to_json(l.live_ends_at) #>> '{}' as "endsAt", l.live_opens_before::float8 as "opensBefore",
            to_json(l.updated_at) #>> '{}' as "updatedAt", c.slug as "courseSlug"
          from ${lessonFor({ learner, lesson })} l join courses c on c.id = l.course_id`,
    ))
  const moments = read ? momentsOf(read) : null

  return seat && read && moments ? { moments, read, seat } : null
}

/** A session at this moment, all moments in ms; `joinUrl` while its door is open. */
export type SessionNow = {
  closes: number
  joinUrl: null | string
  now: number
  opens: number
  stage: 'after' | 'before' | 'open'
  starts: number
}

/** When a session is, and where, as far as its learner may know by now. Throws lessonLocked and accessEnded. */
export const sessionNow = async ({
  now = new Date(),
  ...given
}: Given): Promise<null | SessionNow> => {
  const found = await find(given)
  const stage = found && stageOf(found.read, now)

  return found && stage
    ? {
        ...found.moments,
        joinUrl: stage === 'open' ? found.read.joinUrl : null,
        now: now.getTime(),
        stage,
      }
    : null
}

/**
 * A learner joins a session: right while its door is open, and completes a lesson whose rule that is.
 * Throws sessionClosed at every other moment. Runs in the caller's transaction.
 */
export const attend = async ({
  now = new Date(),
  tenant,
  ...given
}: Given & { tenant: string }): Promise<null | { completed: boolean; percent: number }> => {
  const found = await find(given)
  if (!found) {
    return null
  }
  const { read, seat } = found
  if (stageOf(read, now) !== 'open') {
    throw new RuleError('sessionClosed')
  }
  const { learner, req } = given
  if (seat.completion.rule !== 'attended') {
    return { completed: Boolean(seat.kept?.completedAt), percent: seat.percent }
  }
  await completeLesson({ isTheirAct: true, req, seat, tenant })

  return { completed: true, percent: await percentNow({ course: seat.course, learner, req }) }
}

/** A session as a calendar takes it; its address is the lesson's, which alone knows who may join. */
export const sessionEvent = async ({
  origin,
  ...given
}: Given & { origin: string }): Promise<CalendarEvent | null> => {
  const found = await find(given)
  if (!found) {
    return null
  }
  const { moments, read } = found
  const { lesson } = given

  return {
    ...moments,
    id: `${lesson}@${new URL(origin).hostname}`,
    stamp: Date.parse(read.updatedAt),
    title: read.title,
    url: `${origin}/learn/${read.courseSlug}/${lesson}`,
  }
}
