/** What somebody may be in the team of a course. */
export const TEAM_ROLES = ['lead', 'editor', 'assistant', 'viewer'] as const

export type TeamRole = (typeof TEAM_ROLES)[number]

/**
 * What is done with a course by those who teach it: `see` it in the admin, drafts included; `write` what it
 * is made of; `grade` what its learners hand in, and answer their reviews; `publish` it, write to its learners, and
 * move it to the trash.
 */
export type TeamRight = 'grade' | 'publish' | 'see' | 'write'

const RIGHTS: Readonly<Record<TeamRole, readonly TeamRight[]>> = {
  assistant: ['see', 'grade'],
  editor: ['see', 'grade', 'write'],
  lead: ['see', 'grade', 'write', 'publish'],
  viewer: ['see'],
}

/** The roles that hold a right. */
export const rolesWith = (right: TeamRight): TeamRole[] =>
  TEAM_ROLES.filter((role) => RIGHTS[role].includes(right))

/** Those whom the pages of a course name as its instructors. */
export const SHOWN_ROLES: readonly TeamRole[] = ['lead', 'editor']

/** Where somebody stands: asked, in it, not willing, or no longer in it. */
export const TEAM_STATES = ['invited', 'accepted', 'declined', 'removed'] as const

export type TeamState = (typeof TEAM_STATES)[number]

/** All of what a course earns its instructors, in basis points. */
export const WHOLE = 10_000

/** Basis points that are left for others beside these shares. */
export const shareLeft = (shares: readonly number[]): number =>
  Math.max(0, WHOLE - shares.reduce((sum, share) => sum + share, 0))

/** Days for which an invitation can be answered. */
export const INVITATION_DAYS = 14

/** What an answer comes to: a new state, the same as before, or why not. */
export type Answered = 'again' | 'closed' | 'expired' | TeamState

/**
 * What becomes of an invitation that is answered at `now`. The same answer once more changes nothing, however late it
 * comes; another one, or one that comes after a removal, finds it closed.
 */
export const answered = ({
  answer,
  expiresAt,
  now,
  state,
}: {
  answer: 'accepted' | 'declined'
  expiresAt: Date
  now: Date
  state: TeamState
}): Answered => {
  if (state === answer) {
    return 'again'
  }
  if (state !== 'invited') {
    return 'closed'
  }

  return now < expiresAt ? answer : 'expired'
}

/** Somebody of a team, as others read them: addresses, shares and reasons are managers' and their own alone. */
export type Member = {
  email: null | string
  /** ISO 8601. */
  expiresAt: string
  id: string
  isExpired: boolean
  isOwn: boolean
  name: null | string
  reason: null | string
  role: TeamRole
  /** Basis points. */
  share: null | number
  state: TeamState
}

/** A course's team. `left` is the share that nobody has, in basis points, for managers. */
export type Team = { left: null | number; mayManage: boolean; members: Member[] }

/** An invitation, as whoever holds its token reads it. */
export type Invitation = {
  author: null | string
  course: string
  courseId: string
  email: string
  /** ISO 8601. */
  expiresAt: string
  /** Whether an account that signs in has the address; without one, accepting makes it. */
  hasAccount: boolean
  isExpired: boolean
  role: TeamRole
  share: number
  state: TeamState
}

/** How it stands after an answer; `isNew` where an account was made by it. */
export type AnswerOutcome = { courseId: string; isNew: boolean; state: TeamState }

/** What became of a place in a team: an answer, or what was done to it. */
export type TeamNews = 'accepted' | 'changed' | 'declined' | 'left' | 'removed'
