/** What holds for everybody in a cohort: when it starts (ISO 8601), and its own clock times for what has a fixed date. */
type StandingCohort = {
  /** By the ids of sections and lessons, as the school's clock shows them: `YYYY-MM-DDTHH:mm`. */
  dates: Readonly<Record<string, string>>
  startsAt: string
}

/** A learner's place in a course; moments are ISO 8601, `accessUntil` null is for good. */
export type Standing = {
  /** Where access closes when the cohort ends, no later than that. */
  accessUntil: null | string
  /** Null for who learns at their own pace. */
  cohort: null | StandingCohort
  enrolledAt: string
  status: 'active' | 'expired' | 'paused' | 'revoked'
}

/** Whoever asks, and how they stand to a course. */
export type Whose = {
  isAuthor: boolean
  isSignedIn: boolean
  /** Null for who never enrolled. */
  standing: null | Standing
  /** IANA names; the learner's is null where none is chosen, and the school's is taken. */
  zones: { learner: null | string; school: string }
}
