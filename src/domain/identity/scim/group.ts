import { isPlain, operationsIn } from './patch'
import { ScimRefused } from './refused'

const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group'

/** Names by which groups may be looked for. */
export const GROUP_FILTERS = {
  id: 'id',
  displayname: 'displayName',
  externalid: 'externalId',
} as const

/** A group as a directory describes it; `members` are ids of people. */
export type GroupDraft = { externalId: null | string; members: string[]; name: string }

export type ScimGroup = GroupDraft & {
  createdAt: string
  id: string
  people: { id: string; name: string }[]
  updatedAt: string
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

const idOf = (value: unknown): string => {
  const id = isPlain(value) ? value.value : value
  if (typeof id !== 'string' || !UUID.test(id)) {
    throw new ScimRefused(400, 'A member is named by an id of ours.', 'invalidValue')
  }

  return id.toLowerCase()
}

const idsIn = (value: unknown): string[] => [
  ...new Set((Array.isArray(value) ? value : value ? [value] : []).map(idOf)),
]

const nameIn = (value: unknown): string => {
  const name = typeof value === 'string' ? value.replace(/\p{Cc}+/gu, ' ').trim() : ''
  if (!name || name.length > 200) {
    throw new ScimRefused(400, 'displayName is required.', 'invalidValue')
  }

  return name
}

const externalIn = (value: unknown): null | string =>
  typeof value === 'string' && value ? value.slice(0, 300) : null

/** The group that a whole resource describes. Throws invalidValue. */
export const groupOf = (resource: object): GroupDraft => {
  const { displayName, externalId, members } = resource as Record<string, unknown>

  return { name: nameIn(displayName), externalId: externalIn(externalId), members: idsIn(members) }
}

/** The one member that a path names, as in `members[value eq "…"]`. */
const memberIn = (path: string): null | string =>
  /^members\[\s*value\s+eq\s+"([^"]+)"\s*\]$/i.exec(path)?.[1] ?? null

/** The same group after the changes of a request. Throws invalidSyntax, invalidPath and invalidValue. */
export const patchedGroup = (before: GroupDraft, body: unknown): GroupDraft =>
  operationsIn(body).reduce<GroupDraft>((group, { op, path, value }) => {
    if (path === null) {
      return Object.entries(isPlain(value) ? value : {}).reduce(
        (changed, [name, given]) => changedBy(changed, op, name, given),
        group,
      )
    }

    return changedBy(group, op, path, value)
  }, before)

const changedBy = (
  group: GroupDraft,
  op: 'add' | 'remove' | 'replace',
  path: string,
  value: unknown,
): GroupDraft => {
  const one = memberIn(path)
  if (one !== null) {
    const rest = group.members.filter((id) => id !== one.toLowerCase())

    return op === 'remove' ? { ...group, members: rest } : group
  }
  switch (path.toLowerCase()) {
    case 'displayname':
      return { ...group, name: nameIn(value) }
    case 'externalid':
      return { ...group, externalId: op === 'remove' ? null : externalIn(value) }
    case 'members':
      return { ...group, members: membersAfter(group.members, op, value) }
    default:
      return group
  }
}

const membersAfter = (
  before: readonly string[],
  op: 'add' | 'remove' | 'replace',
  value: unknown,
): string[] => {
  const named = idsIn(value)
  switch (op) {
    case 'add':
      return [...new Set([...before, ...named])]
    case 'remove':
      return value === undefined || value === null ? [] : before.filter((id) => !named.includes(id))
    case 'replace':
      return named
  }
}

/** A group as it goes out; `base` is the address of the service. */
export const groupResource = (
  { id, name, createdAt, externalId, people, updatedAt }: ScimGroup,
  { base, withMembers }: { base: string; withMembers: boolean },
): object => ({
  displayName: name,
  ...(externalId && { externalId }),
  id,
  ...(withMembers && {
    members: people.map((one) => ({
      $ref: `${base}/Users/${one.id}`,
      display: one.name,
      value: one.id,
    })),
  }),
  meta: {
    created: createdAt,
    lastModified: updatedAt,
    location: `${base}/Groups/${id}`,
    resourceType: 'Group',
  },
  schemas: [GROUP],
})
