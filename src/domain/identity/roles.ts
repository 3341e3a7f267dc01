/** Roles an account can hold in its school. Everyone with an account is a student. */
const SCHOOL_ROLES = [
  'owner',
  'admin',
  'instructor',
  'support',
  'moderator',
  'affiliate',
  'student',
] as const

/** `superAdmin` exists on the platform's own accounts alone. */
export const ROLES = [...SCHOOL_ROLES, 'superAdmin'] as const

export type Role = (typeof ROLES)[number]

/** Roles that work in the school, rather than learn in it. */
export const STAFF: readonly Role[] = ['owner', 'admin', 'instructor', 'support', 'moderator']

/** Roles that may change what the school sells and how it looks. */
export const MANAGERS: readonly Role[] = ['owner', 'admin']

/** Roles that may write courses, lessons and pages. */
export const AUTHORS: readonly Role[] = ['owner', 'admin', 'instructor']
