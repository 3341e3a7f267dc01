/** When a step opens: at once, after the step before it, or after so many required steps (`count`). */
type Unlock = 'after' | 'atOnce' | 'count'

/** A course on the way of a path. */
export type PathStep = {
  count?: null | number
  course: string
  isRequired: boolean
  unlock: Unlock
}
