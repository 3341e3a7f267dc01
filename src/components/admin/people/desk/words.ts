import type { LineResult, PersonField } from '@/domain/identity/people/job'
import type { Role } from '@/domain/identity/roles'

/** What the desk of the people says. */
export type DeskWords = {
  add: string
  addRole: string
  allCourses: string
  allRoles: string
  allStatuses: string
  allTags: string
  apply: string
  bringIn: string
  check: string
  checkOk: string
  choose: string
  clear: string
  confirmAgain: string
  course: string
  create: string
  download: string
  drop: string
  dropHint: string
  empty: string
  everyone: (count: number) => string
  failed: string
  fields: Record<PersonField, string>
  filters: string
  forbidden: string
  invites: string
  line: (position: number) => string
  loading: string
  mapping: string
  more: string
  name: string
  never: string
  nobody: string
  notATable: string
  nothing: string
  of: (done: number, total: number) => string
  pick: (name: string) => string
  pickAll: string
  picked: (count: number) => string
  reasons: Record<string, string>
  removeRole: string
  removeTags: string
  results: Record<LineResult, string>
  retry: string
  role: string
  roles: Record<Role, string>
  search: string
  seen: string
  since: string
  sort: string
  sorts: { name: string; newest: string }
  status: string
  tag: string
  tags: string
  tagsHint: string
  title: string
  upload: string
  view: string
  what: string
  whatHint: (count: number) => string
  works: {
    ban: string
    confirm: string
    delete: string
    restore: string
    roles: string
    suspend: string
    tags: string
  }
}
