/**
 * When a section or a lesson opens to a learner.
 *
 * - `date`: a clock time (`YYYY-MM-DDTHH:mm`) as the learner's clock shows it, or the school's where one moment is meant for all.
 * - `days`: at midnight of the learner, so many days after the day of enrollment.
 * - `after`: once a named lesson, or all of a named section, is completed; with neither, what stands before it.
 * - `grade`: once the best attempt at a quiz lesson has so many percent.
 */
export type ReleaseRule =
  | { at: string; kind: 'date'; zone: 'learner' | 'school' }
  | { days: number; kind: 'days' }
  | { kind: 'after'; lesson?: string; section?: string }
  | { kind: 'grade'; lesson: string; percent: number }

export const RELEASE_KINDS = ['date', 'days', 'after', 'grade'] as const

/** Ten years: no course waits longer. */
export const MOST_RELEASE_DAYS = 3650

const CLOCK = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

const isWhole = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most

const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value)

const isClock = (value: unknown): value is string =>
  typeof value === 'string' && CLOCK.test(value) && !Number.isNaN(Date.parse(`${value}Z`))

type Given = { [key: string]: unknown }

const READ: Record<ReleaseRule['kind'], (given: Given) => null | ReleaseRule> = {
  after: ({ lesson, section }) => {
    const named = [lesson, section].filter((one) => one !== undefined && one !== null)
    if (named.length > 1 || !named.every(isId)) {
      return null
    }

    return {
      kind: 'after',
      ...(isId(lesson) && { lesson }),
      ...(isId(section) && { section }),
    }
  },
  date: ({ at, zone = 'learner' }) =>
    isClock(at) && (zone === 'learner' || zone === 'school') ? { at, kind: 'date', zone } : null,
  days: ({ days }) => (isWhole(days, MOST_RELEASE_DAYS) ? { days, kind: 'days' } : null),
  grade: ({ lesson, percent }) =>
    isId(lesson) && isWhole(percent, 100) ? { kind: 'grade', lesson, percent } : null,
}

/** A rule as it was sent or stored; null where it is none, or none that can be understood. */
export const readRelease = (value: unknown): null | ReleaseRule => {
  if (typeof value !== 'object' || value === null) {
    return null
  }
  const given = value as Given
  const kind = RELEASE_KINDS.find((one) => one === given.kind)

  return kind ? READ[kind](given) : null
}

type Branch = { id: string; lessons: readonly Leaf[]; release: null | ReleaseRule }
type Leaf = { id: string; release: null | ReleaseRule }

/** Lessons that have to be completed, or passed, before what stands at `section`, and at `lesson` in it, opens by a rule. */
const awaited = (
  sections: readonly Branch[],
  { lesson, rule, section }: { lesson?: string; rule: null | ReleaseRule; section: number },
): readonly string[] => {
  const idsOf = (one: Branch | undefined) => one?.lessons.map(({ id }) => id) ?? []
  if (rule?.kind === 'grade') {
    return [rule.lesson]
  }
  if (rule?.kind !== 'after') {
    return []
  }
  if (rule.lesson) {
    return [rule.lesson]
  }
  if (rule.section) {
    return idsOf(sections.find(({ id }) => id === rule.section))
  }
  const line = sections.flatMap(idsOf)

  return lesson ? line.slice(0, line.indexOf(lesson)).slice(-1) : idsOf(sections[section - 1])
}

/** Whether some lesson of a curriculum can never open, because what it waits for waits, by however many steps, for it. */
export const isCircular = (sections: readonly Branch[]): boolean => {
  const waits = new Map(
    sections.flatMap((branch, section) =>
      branch.lessons.map(({ id, release }) => [
        id,
        [
          ...awaited(sections, { rule: branch.release, section }),
          ...awaited(sections, { lesson: id, rule: release, section }),
        ],
      ]),
    ),
  )
  const state = new Map<string, 'done' | 'open'>()
  const runsBack = (id: string): boolean => {
    if (state.has(id)) {
      return state.get(id) === 'open'
    }
    state.set(id, 'open')
    const found = (waits.get(id) ?? []).some(runsBack)
    state.set(id, 'done')

    return found
  }

  return [...waits.keys()].some(runsBack)
}

/** What is left of a rule in another course, where the lesson or section that it names is not. */
export const portableRelease = (rule: null | ReleaseRule): null | ReleaseRule =>
  rule && namedBy(rule).length > 0 ? null : rule

/** Ids of the lessons and sections that a rule names. */
export const namedBy = (rule: ReleaseRule): string[] =>
  rule.kind === 'after'
    ? [rule.lesson, rule.section].filter((id) => id !== undefined)
    : rule.kind === 'grade'
      ? [rule.lesson]
      : []
