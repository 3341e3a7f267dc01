import type { Role } from '../roles'
import type { AccountStatus } from '../standing'

/** In which order people are listed. */
export const PEOPLE_SORTS = ['name', 'newest'] as const

export type PeopleSort = (typeof PEOPLE_SORTS)[number]

export const PEOPLE_PAGE = 25
export const MOST_PEOPLE = 100

/** Who is looked for; nothing is everybody who was not erased. */
export type PeopleFilter = {
  /** Id of a course that they were enrolled in. */
  course?: string
  role?: Role
  /** Any parts of a name or an address, with spaces between. */
  search?: string
  status?: AccountStatus
  tag?: string
}

/** A person as a list shows them; moments are ISO 8601, `seenAt` is kept to the day. */
export type ListedPerson = {
  createdAt: string
  email: string
  id: string
  name: string
  roles: string[]
  seenAt: null | string
  status: AccountStatus
  tags: string[]
}

/** The parts of names and addresses that a search asks for; more than so many are not looked for. */
const MOST_PARTS = 6

export const searchParts = (search: string): string[] =>
  search.toLowerCase().split(/\s+/u).filter(Boolean).slice(0, MOST_PARTS)

export type PeopleCursor = { id: string; value: string }

const CURSOR = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})_(.{0,500})$/su
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d(?::\d\d)?)$/u

/** What a cursor of a list in that order says; null where it is none. */
export const readPeopleCursor = (cursor: string, sort: PeopleSort): null | PeopleCursor => {
  const [, id, value] = CURSOR.exec(cursor) ?? []

  return id !== undefined && value !== undefined && (sort === 'name' || MOMENT.test(value))
    ? { id, value }
    : null
}

export const writePeopleCursor = ({ id, value }: PeopleCursor): string => `${id}_${value}`

/** Characters of a tag, and tags of an account. */
export const TAG_LENGTH = 40
const MOST_TAGS = 50

/** Tags as they are kept: in one line, without spaces around, each once whatever its case, by name. */
export const cleanTags = (tags: readonly string[]): string[] => {
  const known = new Map<string, string>()
  for (const tag of tags) {
    const clean = tag.trim().replace(/\s+/gu, ' ').slice(0, TAG_LENGTH)
    if (clean && !known.has(clean.toLowerCase())) {
      known.set(clean.toLowerCase(), clean)
    }
  }

  return [...known.values()].sort((a, b) => a.localeCompare(b)).slice(0, MOST_TAGS)
}
