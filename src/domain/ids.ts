/** The id of a relationship, populated or not. */
export const idOf = (relation: string | { id: string }): string =>
  typeof relation === 'string' ? relation : relation.id
