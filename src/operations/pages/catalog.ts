import type { PayloadRequest } from 'payload'

import type { CatalogQuery, Level, PriceKind } from '@/domain/catalog/catalogQuery'
import type { Category } from '@/operations/catalog/categoryTree'
import type { ListedCourse } from '@/operations/pages/listedCourses'

import { row } from '@/database/transaction'
import { closureOf } from '@/domain/catalog/categories'
import { exponentOf } from '@/domain/commerce/money'
import { categoryTree } from '@/operations/catalog/categoryTree'
import { listedCourses } from '@/operations/pages/listedCourses'
import { languageOf } from '@/operations/translation/reading'

import { catalogStatement } from './catalogSql'

/** Courses on a page of the catalog. */
export const CATALOG_PAGE = 12

/**
 * How many courses each value of a facet would show, under all that is chosen in the others. Categories
 * by id, ratings by the least stars; `range` is the lowest and the highest price in minor units.
 */
export type Facets = {
  categories: Record<string, number>
  /** Courses in all categories and in none. */
  everywhere: number
  languages: Record<string, number>
  levels: Partial<Record<Level, number>>
  prices: Partial<Record<'none' | PriceKind, number>>
  range: { high: null | number; low: null | number }
  ratings: Record<string, number>
}

export type Catalog = {
  categories: Category[]
  /** The chosen category; null for all of them. */
  category: Category | null
  courses: ListedCourse[]
  facets: Facets
  page: number
  pages: number
  total: number
}

type Found = Facets & { ids: string[]; total: number }

/**
 * A page of a school's catalog: what satisfies everything that is asked, with counts. `category` is a
 * slug; null where the school has no such category, and for a page beyond the last one the last. Five
 * statements, however many courses there are, and six for such a page.
 */
export const catalogOf = async ({
  category: slug,
  currency,
  query,
  req,
}: {
  category: null | string
  /** ISO 4217 code of the school's prices. */
  currency: string
  query: CatalogQuery
  req: PayloadRequest
}): Promise<Catalog | null> => {
  const categories = await categoryTree(req)
  const category = slug === null ? null : categories.find((one) => one.slug === slug)
  if (category === undefined) {
    return null
  }
  const language = await languageOf(req)
  const minor = (value: null | number) =>
    value === null ? null : Math.round(value * 10 ** exponentOf(currency))
  const ask = (page: number) =>
    row<Found>(
      req,
      catalogStatement({
        ...query,
        category: category?.id ?? null,
        closure: closureOf(categories),
        from: minor(query.from),
        language,
        page,
        size: CATALOG_PAGE,
        to: minor(query.to),
      }),
    )
  const first = await ask(query.page)
  const pages = Math.max(1, Math.ceil((first?.total ?? 0) / CATALOG_PAGE))
  const page = Math.min(query.page, pages)
  const found = page === query.page ? first : await ask(page)
  if (!found) {
    return null
  }
  const { ids, total, ...facets } = found

  return {
    categories,
    category,
    courses: ids.length > 0 ? await listedCourses({ ids, limit: ids.length, req }) : [],
    facets,
    page,
    pages,
    total,
  }
}
