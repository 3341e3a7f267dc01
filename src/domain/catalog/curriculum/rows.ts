import type { CurriculumLesson, CurriculumSection } from './tree'

/** A curriculum as one list: each section, and under those that are open their lessons. */
export type Row =
  | { id: string; kind: 'lesson'; lesson: CurriculumLesson; section: CurriculumSection }
  | { id: string; kind: 'section'; section: CurriculumSection }

/** The rows that are shown; those of `closed` sections, or of all where there is `true`, are not. */
export const rowsOf = (
  sections: readonly CurriculumSection[],
  closed: ReadonlySet<string> | true,
): Row[] =>
  sections.flatMap((section): Row[] => [
    { id: section.id, kind: 'section', section },
    ...(closed === true || closed.has(section.id)
      ? []
      : section.lessons.map((lesson): Row => ({ id: lesson.id, kind: 'lesson', lesson, section }))),
  ])

/** Where a row dropped on another one goes: lessons into a section, sections among each other. */
export type Drop = { before: null | string; section: string } | { before: null | string }

/**
 * Where the row `active` would stand in the place of `over`: a lesson in the section above it, or first in
 * the first one; a section before the next. Null where one of them is not there.
 */
export const dropAt = (rows: readonly Row[], active: string, over: string): Drop | null => {
  const moving = rows.find(({ id }) => id === active)
  const to = rows.findIndex(({ id }) => id === over)
  if (!moving || to < 0) {
    return null
  }
  const others = rows.filter(({ id }) => id !== active)
  const above = others.slice(0, to)
  const next = others[to]
  if (moving.kind === 'section') {
    return { before: others.slice(to).find(({ kind }) => kind === 'section')?.id ?? null }
  }
  const home = above.findLast(({ kind }) => kind === 'section')
  if (home) {
    return { before: next?.kind === 'lesson' ? next.id : null, section: home.id }
  }
  const [first, second] = others

  return first ? { before: second?.kind === 'lesson' ? second.id : null, section: first.id } : null
}

/** Rows from one to another, whichever comes first, both included. */
export const between = (ids: readonly string[], one: string, other: string): readonly string[] => {
  const [from, to] = [ids.indexOf(one), ids.indexOf(other)].sort((a, b) => a - b)

  return from === undefined || to === undefined || from < 0 ? [other] : ids.slice(from, to + 1)
}
