import { ScimRefused } from './refused'

/** Resources on one page, at most, and where nothing is said. */
const MOST_ON_PAGE = 200
const ON_PAGE = 100

const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse'

/** Where a page begins, counted from 1, and how long it is (RFC 7644, 3.4.2.4): what lies outside is brought inside. */
export const pageAsked = ({
  count,
  startIndex,
}: {
  count?: unknown
  startIndex?: unknown
}): { count: number; start: number } => {
  const number = (value: unknown, otherwise: number): number =>
    Number.isSafeInteger(Number(value ?? otherwise)) ? Number(value ?? otherwise) : otherwise

  return {
    count: Math.min(MOST_ON_PAGE, Math.max(0, number(count, ON_PAGE))),
    start: Math.max(1, number(startIndex, 1)),
  }
}

/** A page as it goes out. */
export const listed = (
  resources: object[],
  { start, total }: { start: number; total: number },
) => ({
  itemsPerPage: resources.length,
  Resources: resources,
  schemas: [LIST],
  startIndex: start,
  totalResults: total,
})

/** By what directories look somebody or something up: one attribute that equals a text. */
export type Sought<Name extends string> = { name: Name; value: string } | null

const EQUALS = /^\s*([\w:.$-]+(?:\[[^\]]*\](?:\.\w+)?)?)\s+eq\s+("(?:[^"\\]|\\.)*")\s*$/i

/** What a filter looks for, of `known` attributes by how they may be written, in lower case. Throws invalidFilter for any other. */
export const soughtBy = <Name extends string>(
  filter: unknown,
  known: Readonly<Record<string, Name>>,
): Sought<Name> => {
  if (filter === undefined || filter === '') {
    return null
  }
  const [, path, text] = EQUALS.exec(typeof filter === 'string' ? filter : '') ?? []
  const plain = path?.replace(/^urn:ietf:params:scim:schemas:core:2\.0:(?:User|Group):/i, '')
  const name = plain && known[plain.replace(/\[.*\]/, '').toLowerCase()]
  if (!name || text === undefined) {
    throw new ScimRefused(400, 'Filters compare one known attribute by eq.', 'invalidFilter')
  }
  try {
    return { name, value: String(JSON.parse(text)) }
  } catch {
    throw new ScimRefused(400, 'The value of the filter is no text.', 'invalidFilter')
  }
}
