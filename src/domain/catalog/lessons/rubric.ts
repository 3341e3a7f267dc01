/** One way in which a criterion is met, and what it is worth. */
type RubricLevel = { id: string; points: number; title: string }

/** What work is judged by, in its author's order of levels. */
export type RubricCriterion = {
  description: null | string
  id: string
  levels: RubricLevel[]
  title: string
}

/** A level as a form keeps it. */
type KeptLevel = { id?: null | string; points?: null | number; title?: null | string }

/** A criterion as a form keeps it; every part may be empty. */
export type KeptCriterion = {
  description?: null | string
  id?: null | string
  levels?: KeptLevel[] | null
  title?: null | string
}

/** A rubric as it was kept: criteria without levels, and levels without points, are none. */
export const rubricOf = (kept: null | readonly KeptCriterion[] | undefined): RubricCriterion[] =>
  (kept ?? []).flatMap(({ id, description, levels, title }) => {
    const known = (levels ?? []).flatMap(({ id: level, points, title: name }) =>
      level && typeof points === 'number' ? [{ id: level, points, title: name ?? '' }] : [],
    )

    return id && known.length > 0
      ? [{ id, description: description || null, levels: known, title: title ?? '' }]
      : []
  })
