/** What staff allow a learner in a quiz beyond what it allows everybody: times its minutes, minutes on top, attempts on top. */
export type Allowance = { attempts: number; factor: number; minutes: number }

/** Largest that may be given: five times the minutes, a day on top, and a hundred attempts. */
export const MOST_FACTOR = 5
export const MOST_MINUTES = 1440
export const MOST_ATTEMPTS = 100

/** What a quiz allows to somebody; null is no limit, which nothing can be added to. */
export type Limits = { attemptLimit: null | number; timeLimit: null | number }

/** The limits of a quiz for a learner: minutes are multiplied first, then added to. */
export const limitsWith = <Quiz extends Limits>(quiz: Quiz, allowance: Allowance | null): Quiz =>
  allowance
    ? {
        ...quiz,
        attemptLimit: quiz.attemptLimit === null ? null : quiz.attemptLimit + allowance.attempts,
        timeLimit:
          quiz.timeLimit === null ? null : quiz.timeLimit * allowance.factor + allowance.minutes,
      }
    : quiz
