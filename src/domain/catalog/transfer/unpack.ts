import type { Fields } from './carried'

import { isNode, isReference } from './references'

/** What a file names and does not have. */
class UnknownReference extends Error {
  constructor(readonly reference: string) {
    super(reference)
    this.name = 'UnknownReference'
  }
}

type Ids = {
  /** The id of a row or block by its name within the file. */
  element: (name: string) => string
  /** The id of a row by its name within the file; undefined for one that is not there yet. */
  row: (name: string) => string | undefined
}

/** The fields of a packed document with ids in the place of names; throws UnknownReference. */
export const unpackFields = (fields: Fields, ids: Ids): Fields => {
  const look = (value: unknown, key?: string): unknown => {
    if (Array.isArray(value)) {
      return value.map((one) => look(one))
    }
    if (isReference(value)) {
      return idOf(value.$ref, ids)
    }
    if (isNode(value)) {
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, look(one, name)]))
    }

    return key === 'id' && typeof value === 'string' ? ids.element(value) : value
  }

  return look(fields) as Fields
}

const idOf = (name: string, { row }: Ids): string => {
  const id = row(name)
  if (id === undefined) {
    throw new UnknownReference(name)
  }

  return id
}

/** New ids for the rows and blocks of one course, the same for the same name. `fresh` makes one. */
export const elementIds = (fresh: () => string) => {
  const made = new Map<string, string>()

  return {
    known: (name: string): string | undefined => made.get(name),
    of: (name: string): string => {
      const id = made.get(name) ?? fresh()
      made.set(name, id)

      return id
    },
  }
}
