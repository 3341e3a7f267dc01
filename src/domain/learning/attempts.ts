import type { Pictures } from '../media/pictures'
import type { Chosen, OpenQuestion } from './grading'

import { RuleError } from '../errors'

/** An attempt that is under way, as its learner sees it. */
export type OpenAttempt = {
  answers: Chosen
  deadlineAt: null | string
  id: string
  lesson: string
  number: number
  /** The pictures of questions and answers, by their ids. */
  pictures: Pictures
  questions: OpenQuestion[]
  quiz: string
  startedAt: string
}

/** What a slow connection may cost: an answer sent at the last second still counts; in ms. */
export const GRACE_MS = 5000

/** When an attempt ends; `timeLimit` is in minutes, and none means never. */
export const deadlineOf = (startedAt: Date, timeLimit: null | number): Date | null =>
  timeLimit ? new Date(startedAt.getTime() + timeLimit * 60_000) : null

/** Whether the time of an attempt is over, the grace included. */
export const isOverdue = (deadlineAt: Date | null, now: Date): boolean =>
  deadlineAt !== null && now.getTime() > deadlineAt.getTime() + GRACE_MS

/** The number of the next attempt, from 1. Throws attemptLimitReached when there may be none. */
export const nextNumber = ({ limit, made }: { limit: null | number; made: number }): number => {
  if (limit !== null && made >= limit) {
    throw new RuleError('attemptLimitReached', { limit })
  }

  return made + 1
}
