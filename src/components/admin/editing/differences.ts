/** What a field says in the form, and in what stands: as plain text. */
export type Difference = { field: string; mine: string; theirs: string }

/** Fields that a machine writes, or that say nothing by themselves. */
const SILENT = ['_status', 'createdAt', 'deletedAt', 'editor', 'id', 'tenant', 'updatedAt']

type Relation = { id?: unknown }

/** Relations are compared by their ids, however deep they were read. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(plain)
  }
  if (typeof value !== 'object' || value === null) {
    return value === '' || value === undefined ? null : value
  }
  const { id, ...rest } = value as Relation
  if (typeof id === 'string' && 'updatedAt' in rest) {
    return id
  }

  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, plain(inner)] as const)
      .filter(([, inner]) => inner !== null),
  )
}

type Node = { children?: unknown; root?: unknown; text?: unknown }

/** The words of a rich text, a line for each of its blocks. */
const wordsOf = (node: unknown): string => {
  const { children, text } = (node ?? {}) as Node
  if (typeof text === 'string') {
    return text
  }
  if (!Array.isArray(children)) {
    return ''
  }
  const isBlock = children.some((child) => Array.isArray((child as Node).children))

  return children.map(wordsOf).join(isBlock ? '\n' : '')
}

/** A field's value as text that can be read and copied. */
export const textOf = (value: unknown): string => {
  if (value === null || value === undefined) {
    return ''
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return String(value)
  }
  const { root } = value as Node

  return root ? wordsOf(root) : JSON.stringify(plain(value), null, 2)
}

/** A form without rows of a list holds their number in its place. */
const isSame = (mine: unknown, theirs: unknown): boolean =>
  Array.isArray(theirs) && (mine === 0 || mine === null || mine === undefined)
    ? theirs.length === 0
    : JSON.stringify(plain(mine)) === JSON.stringify(plain(theirs))

/** The fields of a document that say something else in the form than in what stands. */
export const differencesOf = (
  mine: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
): Difference[] =>
  Object.keys(mine)
    .filter((field) => !SILENT.includes(field) && !field.startsWith('_') && field in theirs)
    .filter((field) => !isSame(mine[field], theirs[field]))
    .map((field) => ({ field, mine: textOf(mine[field]), theirs: textOf(theirs[field]) }))
