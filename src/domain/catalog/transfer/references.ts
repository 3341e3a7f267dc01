/** In the place of an id: the name that a row has within its file. */
export type Reference = { $ref: string }

type Node = Readonly<Record<string, unknown>>

/** Fields that hold the id of a row, or several of them, wherever in a course they stand. */
const RELATIONS = new Set([
  'audio',
  'categories',
  'category',
  'cover',
  'document',
  'file',
  'package',
  'picture',
  'quiz',
  'video',
])

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isReference = (value: unknown): value is Reference =>
  isNode(value) && typeof value.$ref === 'string' && Object.keys(value).length === 1

/** Whether `key` of `owner` names a row: a relation, what a formatted text points at, or what a rule of release waits for. */
export const namesRow = (key: string, owner: Node): boolean =>
  RELATIONS.has(key) ||
  (key === 'value' && 'relationTo' in owner) ||
  ((key === 'lesson' || key === 'section') && 'kind' in owner)

/** The ids of all rows that a value names, at any depth, each once, in the order of their keys. */
export const idsNamed = (value: unknown): string[] => {
  const found = new Set<string>()
  const note = (one: unknown) => typeof one === 'string' && found.add(one)
  const look = (one: unknown): void => {
    if (Array.isArray(one)) {
      one.forEach(look)
    } else if (isNode(one)) {
      for (const key of Object.keys(one).sort()) {
        const inside = one[key]
        if (!namesRow(key, one)) {
          look(inside)
        } else if (Array.isArray(inside)) {
          inside.forEach(note)
        } else {
          note(inside)
        }
      }
    }
  }
  look(value)

  return [...found]
}
