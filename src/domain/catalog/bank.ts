/** A question of the bank in a quiz. `version` null asks the newest, `points` null what the question is worth itself. */
export type BankItem = {
  blockType: 'bankQuestion'
  id: string
  points?: null | number
  question: string | { id: string }
  version?: null | number
}

/** Questions that each attempt draws anew from those of the bank that match. */
export type Pool = PoolFilter & {
  blockType: 'pool'
  count: number
  id: string
  points?: null | number
}

/** Which questions of the bank a pool is drawn from: of a course, or of all; with one of `tags`, or with all of them. */
export type PoolFilter = {
  course?: null | string | { id: string }
  matchAll?: boolean | null
  tags?: null | string
}

/** Most tags of a question or a pool, and the longest one. */
const MOST_TAGS = 20
const LONGEST_TAG = 40

/** The tags of a line that has them between commas: small letters, single spaces, each once. */
export const tagsOf = (line: null | string | undefined): string[] => [
  ...new Set(
    (line ?? '')
      .split(/[,،\n]/u)
      .map((tag) => tag.trim().replace(/\s+/gu, ' ').toLocaleLowerCase('en').normalize('NFC'))
      .filter(Boolean),
  ),
]

/** The same line as it is kept: between tags stands `, `, by which the database divides it. */
export const tagLine = (line: null | string | undefined): string => tagsOf(line).join(', ')

/** Whether a line has more tags than it may, or a longer one. */
export const hasTooManyTags = (line: null | string | undefined): boolean => {
  const tags = tagsOf(line)

  return tags.length > MOST_TAGS || tags.some((tag) => tag.length > LONGEST_TAG)
}

const isKind =
  <Item extends { blockType: string }>(kind: Item['blockType']) =>
  (item: { blockType: string }): item is Item =>
    item.blockType === kind

export const isBankItem = isKind<BankItem>('bankQuestion')

export const isPool = isKind<Pool>('pool')

/** How many questions an attempt at these items asks at most. */
export const askedCount = (items: readonly { blockType: string }[]): number =>
  items.reduce((sum, item) => sum + (isPool(item) ? item.count : 1), 0)
