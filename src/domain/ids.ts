/** The id of a relationship, populated or not. */
export const idOf = (relation: string | { id: string }): string =>
  typeof relation === 'string' ? relation : relation.id

/** The id of an optional relationship, or null where there is none. */
export const idOrNull = (relation: null | string | undefined | { id: string }): null | string =>
  relation ? idOf(relation) : null
