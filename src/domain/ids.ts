/** The id of a relationship, populated or not. */
export const idOf = (relation: string | { id: string }): string =>
  typeof relation === 'string' ? relation : relation.id

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Whether a text that somebody sent can be an id. */
export const isId = (text: string): boolean => UUID.test(text)
