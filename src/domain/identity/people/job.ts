import type { Role } from '../roles'
import type { AccountAction } from '../standing'

/** What is done to many people at once. */
export type BulkWork =
  | { add: readonly Role[]; do: 'roles'; remove: readonly Role[] }
  | { add: readonly string[]; do: 'tags'; remove: readonly string[] }
  | { do: 'confirm' }
  | { action: AccountAction; do: 'status'; reason: string }

/** What a column of a file of people holds. */
export const PERSON_FIELDS = [
  'email',
  'name',
  'roles',
  'tags',
  'courses',
  'locale',
  'timeZone',
  'bio',
] as const

export type PersonField = (typeof PERSON_FIELDS)[number]

/** For each column of a file, what it holds; null is passed over. */
export type Mapping = readonly (null | PersonField)[]

/** What became of one person. */
export const LINE_RESULTS = ['waiting', 'added', 'changed', 'unchanged', 'failed'] as const

export type LineResult = (typeof LINE_RESULTS)[number]

type JobState = 'checked' | 'checking' | 'done' | 'draft' | 'running'

/** Work on many people, as it stands. */
export type PeopleJobReport = {
  columns: string[]
  counts: Record<LineResult, number>
  createdAt: string
  id: string
  kind: 'bulk' | 'import'
  mapping: Mapping
  /** The first lines of a file, as they came. */
  sample: string[][]
  state: JobState
  total: number
  work: BulkWork | null
}

/** People in one file, and in one piece of work. */
export const MOST_LINES = 100_000

const NAMES: Readonly<Record<PersonField, readonly string[]>> = {
  name: ['name', 'fullname', 'displayname', 'имя', 'фио', 'שם', 'שםמלא'],
  bio: ['bio', 'about', 'осебе', 'אודות'],
  courses: ['courses', 'course', 'курсы', 'курс', 'קורסים', 'קורס'],
  email: ['email', 'emailaddress', 'mail', 'почта', 'эпочта', 'דואל', 'אימייל'],
  locale: ['locale', 'language', 'язык', 'שפה'],
  roles: ['roles', 'role', 'роли', 'роль', 'תפקידים', 'תפקיד'],
  tags: ['tags', 'tag', 'labels', 'метки', 'метка', 'теги', 'תגיות', 'תגית'],
  timeZone: ['timezone', 'zone', 'часовойпояс', 'אזורזמן'],
}

/** What columns of a file hold, by their names; each field once. */
export const guessMapping = (columns: readonly string[]): Mapping => {
  const taken = new Set<PersonField>()

  return columns.map((column) => {
    const name = column.toLowerCase().replace(/[^\p{L}]/gu, '')
    const field = PERSON_FIELDS.find((one) => NAMES[one].includes(name) && !taken.has(one))
    if (field) {
      taken.add(field)
    }

    return field ?? null
  })
}

/** Several values in one cell stand between semicolons or bars. */
export const listIn = (cell: string): string[] =>
  cell
    .split(/[;|]/u)
    .map((one) => one.trim())
    .filter(Boolean)
