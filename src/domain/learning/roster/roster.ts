/** Where a learner stands in a course, as its roster tells it. */
export const ROSTER_STATES = [
  'notStarted',
  'learning',
  'completed',
  'paused',
  'ended',
  'removed',
] as const

export type RosterState = (typeof ROSTER_STATES)[number]

/** What a roster is sorted by. */
export const ROSTER_SORTS = ['name', 'activity', 'progress', 'enrolled'] as const

export type RosterSort = (typeof ROSTER_SORTS)[number]

export const DIRECTIONS = ['asc', 'desc'] as const

export type Direction = (typeof DIRECTIONS)[number]

/** Learners of a page where nothing else is asked, and the most that one may have. */
export const ROSTER_PAGE = 25
export const MOST_ON_PAGE = 100

/**
 * Where a learner stands at `now`, by what the enrollment's row keeps (`standing`) and when access by it ends: who has
 * not completed a course that closed is told apart from who learns in it.
 */
export const stateAt = ({
  accessEnd,
  now,
  standing,
}: {
  accessEnd: Date | null
  now: Date
  standing: RosterState
}): RosterState => {
  const isOpen = standing === 'notStarted' || standing === 'learning'

  return isOpen && accessEnd !== null && accessEnd <= now ? 'ended' : standing
}

/** Where a page of a roster begins: after this value of what it is sorted by, and this id among equals. */
export type RosterCursor = { id: string; value: string }

const CURSOR = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})_(.*)$/s

const MOMENT = /^(-infinity|\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d(:\d\d)?))$/

const SHAPES: Record<RosterSort, RegExp> = {
  name: /^.{0,500}$/s,
  activity: MOMENT,
  enrolled: MOMENT,
  progress: /^\d{1,3}$/,
}

export const writeCursor = ({ id, value }: RosterCursor): string => `${id}_${value}`

/** What a cursor of a roster sorted so says; null where it is none. */
export const readCursor = (written: string, sort: RosterSort): null | RosterCursor => {
  const [, id, value] = CURSOR.exec(written) ?? []

  return id !== undefined && value !== undefined && SHAPES[sort].test(value) ? { id, value } : null
}

/** The most words that a search has. */
const MOST_WORDS = 5

/** Words of a search in a roster, as names and addresses begin with them. */
export const searchWords = (text: string): string[] =>
  text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
