import type { CourseLanguage } from './languages'

import { COURSE_LANGUAGES } from './languages'

export const LEVELS = ['beginner', 'intermediate', 'advanced', 'all'] as const
export const PRICES = ['free', 'paid'] as const
export const RATINGS = [4.5, 4, 3] as const
export const SORTS = ['newest', 'popular', 'rating', 'price', 'price-desc'] as const

export type Level = (typeof LEVELS)[number]
export type PriceKind = (typeof PRICES)[number]
export type Sort = (typeof SORTS)[number]

/**
 * What a visitor asks of a catalog, besides its category, which stands in the path. Lists mean any of
 * these; `from` and `to` are prices in major units, both included; `text` is words, all of which are meant.
 */
export type CatalogQuery = {
  from: null | number
  languages: CourseLanguage[]
  levels: Level[]
  page: number
  price: null | PriceKind
  rating: null | number
  sort: Sort
  text: string
  to: null | number
}

/** Names of the parameters; an address with any of them shows part of a catalog. */
const NAMES = ['q', 'level', 'language', 'price', 'min', 'max', 'rating', 'sort', 'page'] as const

const LONGEST_TEXT = 100
const MOST_PAGES = 1000
const MOST_MONEY = 1_000_000_000

const oneOf = <T extends string>(known: readonly T[], given: null | string): null | T =>
  known.find((one) => one === given) ?? null

const someOf = <T extends string>(known: readonly T[], given: readonly string[]): T[] =>
  known.filter((one) => given.includes(one))

/** A price as people write it: spaces, a decimal comma; null for what is none. */
const moneyFrom = (given: null | string): null | number => {
  const text = (given ?? '').replace(/[\s\u00a0]/g, '').replace(',', '.')
  const value = Number(text)

  return text !== '' && Number.isFinite(value) && value >= 0 && value <= MOST_MONEY ? value : null
}

/** Reads a query; what it does not know is as good as not said, so that every address shows something. */
export const catalogQuery = (given: URLSearchParams): CatalogQuery => {
  const page = Number(given.get('page'))
  const [low, high] = [moneyFrom(given.get('min')), moneyFrom(given.get('max'))]
  const isTurned = low !== null && high !== null && low > high

  return {
    from: isTurned ? high : low,
    languages: someOf(COURSE_LANGUAGES, given.getAll('language')),
    levels: someOf(LEVELS, given.getAll('level')),
    page: Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1,
    price: oneOf(PRICES, given.get('price')),
    rating: RATINGS.find((one) => String(one) === given.get('rating')) ?? null,
    sort: oneOf(SORTS, given.get('sort')) ?? 'newest',
    text: (given.get('q') ?? '')
      .replace(/[\p{C}\s]+/gu, ' ')
      .trim()
      .slice(0, LONGEST_TEXT)
      .trim(),
    to: isTurned ? low : high,
  }
}

/** The parameters of a query in one order, without those that say nothing; the same for the same question. */
export const catalogSearch = (query: CatalogQuery): string => {
  const { from, languages, levels, page, price, rating, sort, text, to } = query
  const said: [string, null | number | string][] = [
    ['q', text || null],
    ...levels.map((level): [string, string] => ['level', level]),
    ...languages.map((language): [string, string] => ['language', language]),
    ['price', price],
    ['min', from],
    ['max', to],
    ['rating', rating],
    ['sort', sort === 'newest' ? null : sort],
    ['page', page === 1 ? null : page],
  ]
  const search = new URLSearchParams(
    said.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
  ).toString()

  return search && `?${search}`
}

/** How many facets narrow a catalog down; order and page do not. */
export const filterCount = ({
  from,
  languages,
  levels,
  price,
  rating,
  text,
  to,
}: CatalogQuery): number =>
  levels.length +
  languages.length +
  [price, rating, text || null, from ?? to].filter((one) => one !== null).length

/** Paths of a catalog: all of it, or a category of it. */
const CATALOG = /^\/courses(?:\/category\/([^/]+))?\/?$/

/**
 * The category of an address that shows part of a catalog by its parameters: empty for the whole
 * catalog, null for any other address, and for one whose parameters are not the catalog's.
 */
export const filteredCategory = (path: string, search: string): null | string => {
  const found = CATALOG.exec(path)
  const given = new URLSearchParams(search)

  return found && NAMES.some((name) => given.has(name)) ? (found[1] ?? '') : null
}
