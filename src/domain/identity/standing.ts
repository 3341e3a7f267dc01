import type { Role } from './roles'

/** What staff do to somebody's account. `delete` shuts it at once and erases it when the days of grace are over. */
export const ACCOUNT_ACTIONS = ['suspend', 'ban', 'restore', 'delete'] as const

export type AccountAction = (typeof ACCOUNT_ACTIONS)[number]

export type AccountStatus = 'active' | 'banned' | 'erased' | 'pending' | 'suspended'

/** Characters of a reason. */
export const MOST_REASON = 1000

type Standing = { emailVerified: boolean; erasesAt: null | string; status: AccountStatus }

/** The status that an action leaves an account in; a restored one whose address was never proved waits for that again. */
const after = (action: AccountAction, { emailVerified, status }: Standing): AccountStatus => {
  switch (action) {
    case 'suspend':
      return 'suspended'
    case 'ban':
      return 'banned'
    case 'delete':
      return status === 'banned' ? 'banned' : 'suspended'
    case 'restore':
      return emailVerified ? 'active' : 'pending'
  }
}

const isShut = (status: AccountStatus): boolean => status === 'suspended' || status === 'banned'

/** The status after an action, or null where it would change nothing. Nothing is done to an erased account. */
export const statusAfter = (action: AccountAction, standing: Standing): AccountStatus | null => {
  const { erasesAt, status } = standing
  if (status === 'erased') {
    return null
  }
  const next = after(action, standing)
  switch (action) {
    case 'delete':
      return isShut(status) && erasesAt ? null : next
    case 'restore':
      return isShut(status) ? next : null
    default:
      return next === status ? null : next
  }
}

const RANKS: Readonly<Record<Role, number>> = {
  admin: 2,
  affiliate: 0,
  instructor: 1,
  moderator: 1,
  owner: 3,
  student: 0,
  superAdmin: 4,
  support: 1,
}

/** How far the highest of some roles reaches; whoever holds none is as a student. */
const rankOf = (roles: readonly string[]): number =>
  Math.max(0, ...roles.map((role) => RANKS[role as Role] ?? 0))

/** Whether nobody of `others` stands above whoever holds `roles`. */
export const reaches = (roles: readonly string[], others: readonly string[]): boolean =>
  rankOf(roles) >= rankOf(others)

/** Whether whoever holds `roles` stands above `others`. */
export const outranks = (roles: readonly string[], others: readonly string[]): boolean =>
  rankOf(roles) > rankOf(others)
