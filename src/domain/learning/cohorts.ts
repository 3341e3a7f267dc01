const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const CLOCK = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

/** Most sections and lessons that have a date of their own in one cohort. */
const MOST_DATES = 1000

/** Clock times of a cohort by the ids of sections and lessons, as they were sent; null where they are none. */
export const readDates = (value: unknown): null | Record<string, string> => {
  if (value === null || value === undefined) {
    return {}
  }
  const given = typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : null
  const isSound = given?.every(
    ([id, at]) =>
      ID.test(id) &&
      typeof at === 'string' &&
      CLOCK.test(at) &&
      !Number.isNaN(Date.parse(`${at}Z`)),
  )

  return given && isSound && given.length <= MOST_DATES ? Object.fromEntries(given) : null
}

/** The moments of a cohort; ISO 8601. */
export type CohortTimes = {
  endsAt?: null | string
  enrollFrom?: null | string
  enrollUntil?: null | string
  startsAt?: null | string
}

const isBefore = (one: null | string | undefined, other: null | string | undefined): boolean =>
  Boolean(one && other && new Date(one) <= new Date(other))

/** The field of a cohort whose moment is not after the one that it follows; null where all are in order. */
export const misplacedTime = (times: CohortTimes): keyof CohortTimes | null => {
  const { endsAt, enrollFrom, enrollUntil, startsAt } = times
  if (isBefore(endsAt, startsAt)) {
    return 'endsAt'
  }

  return isBefore(enrollUntil ?? startsAt, enrollFrom) || isBefore(endsAt, enrollUntil)
    ? 'enrollUntil'
    : null
}
