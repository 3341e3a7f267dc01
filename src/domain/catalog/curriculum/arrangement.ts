/** A section as an arrangement knows it: which lessons stand in it, in order. */
type Branch = { id: string; lessons: readonly string[] }

/** The order of a whole curriculum: sections, and the lessons of each. */
export type Arrangement = readonly Branch[]

/** Where something is put: before the row of that id, or last where there is none. */
type Before = null | string

const insertBefore = (
  row: readonly string[],
  ids: readonly string[],
  before: Before,
): readonly string[] => {
  const at = before === null ? -1 : row.indexOf(before)

  return at < 0 ? [...row, ...ids] : [...row.slice(0, at), ...ids, ...row.slice(at)]
}

/** The row a moved group goes before: the first from `before` on that does not move itself. */
const standing = (row: readonly string[], moved: ReadonlySet<string>, before: Before): Before => {
  const from = before === null ? -1 : row.indexOf(before)

  return from < 0 ? null : (row.slice(from).find((id) => !moved.has(id)) ?? null)
}

/**
 * Puts lessons, in the order they stand in, into a section. Lessons and sections that are not there are
 * left out; an unknown section leaves everything as it is.
 */
export const moveLessons = (
  tree: Arrangement,
  { before, lessons, section }: { before: Before; lessons: readonly string[]; section: string },
): Arrangement => {
  const asked = new Set(lessons)
  const moved = tree.flatMap((branch) => branch.lessons.filter((id) => asked.has(id)))
  const target = tree.find(({ id }) => id === section)
  if (!target || moved.length === 0) {
    return tree
  }
  const anchor = standing(target.lessons, asked, before)

  return tree.map((branch) => {
    const left = branch.lessons.filter((id) => !asked.has(id))

    return {
      ...branch,
      lessons: branch.id === section ? insertBefore(left, moved, anchor) : left,
    }
  })
}

/** Puts sections, in the order they stand in, before another one, or last. */
export const moveSections = (
  tree: Arrangement,
  { before, sections }: { before: Before; sections: readonly string[] },
): Arrangement => {
  const asked = new Set(sections)
  const ids = tree.map(({ id }) => id)
  const anchor = standing(ids, asked, before)
  const order = insertBefore(
    ids.filter((id) => !asked.has(id)),
    ids.filter((id) => asked.has(id)),
    anchor,
  )

  return order.flatMap((id) => tree.filter((branch) => branch.id === id))
}

/** Rows of `wanted` in its order; those it does not know stay behind whatever they stand behind now. */
const inOrderOf = (current: readonly string[], wanted: readonly string[]): readonly string[] => {
  const here = new Set(current)
  const known = new Set(wanted)
  const ordered = wanted.filter((id) => here.has(id))
  current.forEach((id, at) => {
    if (!known.has(id)) {
      const previous = at === 0 ? -1 : ordered.indexOf(current[at - 1] ?? '')
      ordered.splice(previous + 1, 0, id)
    }
  })

  return ordered
}

/**
 * A curriculum in the order of another moment of it, as undoing wants it: rows that came since stay
 * where they are, rows that are gone are passed over, and no lesson is lost or doubled.
 */
export const settle = (current: Arrangement, wanted: Arrangement): Arrangement => {
  const sections = inOrderOf(
    current.map(({ id }) => id),
    wanted.map(({ id }) => id),
  )
  const wantedHome = new Map(
    wanted.flatMap(({ id, lessons }) => lessons.map((lesson) => [lesson, id] as const)),
  )
  const isHere = new Set(sections)
  const home = (lesson: string, now: string): string => {
    const then = wantedHome.get(lesson)

    return then !== undefined && isHere.has(then) ? then : now
  }

  return sections.map((id) => {
    const own = current.find((branch) => branch.id === id)?.lessons ?? []
    const coming = current.flatMap((branch) =>
      branch.id === id ? [] : branch.lessons.filter((lesson) => home(lesson, branch.id) === id),
    )
    const staying = own.filter((lesson) => home(lesson, id) === id)

    return {
      id,
      lessons: inOrderOf(
        [...staying, ...coming],
        wanted.find((branch) => branch.id === id)?.lessons ?? [],
      ),
    }
  })
}

/** Whether two arrangements hold the same sections and the same lessons, each once, in whatever order. */
export const holdsTheSame = (one: Arrangement, other: Arrangement): boolean => {
  const ids = (tree: Arrangement): string =>
    JSON.stringify([tree.map(({ id }) => id).sort(), tree.flatMap(({ lessons }) => lessons).sort()])

  return ids(one) === ids(other)
}

/** Sections whose lessons differ between two arrangements, in their order or otherwise. */
export const changedBranches = (before: Arrangement, after: Arrangement): Arrangement => {
  const then = new Map(before.map(({ id, lessons }) => [id, lessons.join()]))

  return after.filter(({ id, lessons }) => then.get(id) !== lessons.join())
}
