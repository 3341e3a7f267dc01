import type { Standing } from './standing'

/** What staff can do to an enrollment. */
export const ENROLLMENT_ACTIONS = ['enroll', 'move', 'pause', 'resume', 'extend', 'remove'] as const

export type EnrollmentAction = (typeof ENROLLMENT_ACTIONS)[number]

type Status = Standing['status']

const FROM: Record<Exclude<EnrollmentAction, 'enroll'>, readonly Status[]> = {
  extend: ['active', 'expired', 'paused'],
  move: ['active', 'expired', 'paused'],
  pause: ['active'],
  remove: ['active', 'expired', 'paused'],
  resume: ['paused'],
}

/** Whether an action does anything to an enrollment that stands so: enrolling is for who was never in, and brings back who was removed. */
export const canChange = (action: EnrollmentAction, status: null | Status): boolean =>
  action === 'enroll'
    ? status === null || status === 'revoked' || status === 'expired'
    : status !== null && FROM[action].includes(status)

/** For how long access is given: some days more, until a moment (ISO 8601), or for good. */
export type Term = { days: number } | { until: string } | 'forever'

/** Longest time that staff can give by days: ten years. */
export const MOST_TERM_DAYS = 3650
