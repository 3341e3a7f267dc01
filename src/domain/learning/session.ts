/** When a live session is, and how many minutes before it its door opens. */
export type Session = { endsAt: null | string; opensBefore: null | number; startsAt: null | string }

/** Minutes before a session at which the link to it is shown, where its author says nothing else. */
const OPENS_BEFORE = 10

/** How long a session without an end is taken to last, in minutes. */
const USUAL_LENGTH = 60

const MINUTE = 60_000

/** The moments of a session in ms: when its door opens, when it begins and when it is over; null where it has no time. */
export const momentsOf = ({
  endsAt,
  opensBefore,
  startsAt,
}: Session): null | { closes: number; opens: number; starts: number } => {
  const starts = Date.parse(startsAt ?? '')
  if (Number.isNaN(starts)) {
    return null
  }
  const ends = Date.parse(endsAt ?? '')

  return {
    closes: ends > starts ? ends : starts + USUAL_LENGTH * MINUTE,
    opens: starts - (opensBefore ?? OPENS_BEFORE) * MINUTE,
    starts,
  }
}

/** Where a session is at a moment: its door is open from `opens` until it is over. */
export const stageOf = (session: Session, now: Date): 'after' | 'before' | 'open' | null => {
  const moments = momentsOf(session)
  if (!moments) {
    return null
  }
  if (now.getTime() < moments.opens) {
    return 'before'
  }

  return now.getTime() < moments.closes ? 'open' : 'after'
}
