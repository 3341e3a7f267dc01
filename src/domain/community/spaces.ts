import type { DiscussionEnd } from '../learning/discussions'

/** For whom a space is made. */
export const SPACE_KINDS = ['cohort'] as const

/** What whoever works in the school or teaches the course does in a discussion: keeps order, takes part, or reads along. */
export type StaffRight = 'moderates' | 'reads' | 'writes'

/** Why nobody writes in a discussion: its school switched it off, or its cohort has ended. */
type Closed = 'ended' | 'off'

/** How a discussion stands, and how somebody stands to it. */
export type Situation = {
  atEnd: DiscussionEnd
  hasEnded: boolean
  /** Whether the cohort's course is open to them now, by a place in that cohort. */
  isMember: boolean
  isOn: boolean
  /** Null for who only learns. */
  staff: null | StaffRight
}

/** What somebody may do in a discussion that they may read. */
export type Rights = { closed: Closed | null; mayModerate: boolean; mayWrite: boolean }

/**
 * What somebody may do in a cohort's discussion; null where there is none for them. Learners see one that is on, and no
 * longer than its school wants; those who keep order see it always. While it is closed nobody writes.
 */
export const rightsIn = ({ atEnd, hasEnded, isMember, isOn, staff }: Situation): null | Rights => {
  const isOver = hasEnded && atEnd !== 'open'
  const closed = !isOn ? 'off' : isOver ? 'ended' : null
  const isShown = isMember && isOn && !(hasEnded && atEnd === 'closed')
  if (!staff && !isShown) {
    return null
  }

  return {
    closed,
    mayModerate: staff === 'moderates',
    mayWrite: closed === null && (isShown || (staff !== null && staff !== 'reads')),
  }
}
