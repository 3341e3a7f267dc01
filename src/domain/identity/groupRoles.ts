import type { Role } from './roles'

/** Roles that a provider or a directory may give: owners are made by owners. */
const GIVEN_ROLES = [
  'student',
  'affiliate',
  'moderator',
  'support',
  'instructor',
  'admin',
] as const satisfies readonly Role[]

export type GivenRole = (typeof GIVEN_ROLES)[number]

/** A group of an organisation, and the role that its members hold in the school: one of ours, or one of the school's own by its name. */
export type GroupRole = { group: string; role: string }

/** The groups and roles that a text says, one pair in a line: `Teachers = instructor`. A line without both is null. */
export const groupRolesIn = (text: null | string | undefined): (GroupRole | null)[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const at = line.lastIndexOf('=')
      const [group, role] = [line.slice(0, at).trim(), line.slice(at + 1).trim()]

      return at > 0 && group && role ? { group, role } : null
    })

export const isGivenRole = (role: string): role is GivenRole =>
  (GIVEN_ROLES as readonly string[]).includes(role)

/** What somebody in `groups` holds by the table, and what they would lose if they held it. */
export const rolesByGroups = (
  table: readonly GroupRole[],
  groups: readonly string[],
): { lost: string[]; wanted: string[] } => {
  const theirs = groups.map((group) => group.toLowerCase())
  const roleOf = ({ role }: GroupRole) =>
    isGivenRole(role.toLowerCase()) ? role.toLowerCase() : role
  const wanted = [
    ...new Set(table.filter(({ group }) => theirs.includes(group.toLowerCase())).map(roleOf)),
  ]

  return { lost: [...new Set(table.map(roleOf))].filter((role) => !wanted.includes(role)), wanted }
}
