import { z } from 'zod'

import { calendarFile } from '@/domain/learning/calendarFile'
import { attend, sessionEvent, sessionNow } from '@/operations/learning/liveSession'
import { schoolOf } from '@/operations/tenancy/school'

import { endpoint } from '../support/endpoint'
import { found } from './answers'

const input = z.object({ lesson: z.uuid() })

/**
 * GET /api/learn/live/:lesson: `{ stage, opens, starts, closes, now, joinUrl }` of a live session, moments
 * in ms, for who is enrolled. `joinUrl` is there while `stage` is `open`.
 */
export const liveSession = endpoint({
  input,
  method: 'get',
  path: '/learn/live/:lesson',
  run: ({ input: { lesson }, req }) =>
    found(sessionNow({ learner: String(req.user.id), lesson, req })),
})

/** GET /api/learn/live/:lesson/calendar: the session as a calendar file (RFC 5545), for who is enrolled. */
export const liveCalendar = endpoint({
  input,
  method: 'get',
  path: '/learn/live/:lesson/calendar',
  run: async ({ input: { lesson }, req, tenant }) => {
    const { origin } = await found(schoolOf({ req, tenant }))
    const event = await found(sessionEvent({ learner: String(req.user.id), lesson, origin, req }))

    return new Response(calendarFile(event), {
      headers: {
        'Cache-Control': 'private, no-store',
        'Content-Disposition': 'attachment; filename="session.ics"',
        'Content-Type': 'text/calendar; charset=utf-8',
      },
    })
  },
})

/** POST /api/progress/attended `{ lesson }`: the learner joins. 422 sessionClosed unless the door is open. */
export const attended = endpoint({
  input,
  path: '/progress/attended',
  run: ({ input: { lesson }, req, tenant }) =>
    found(attend({ learner: String(req.user.id), lesson, req, tenant })),
})
