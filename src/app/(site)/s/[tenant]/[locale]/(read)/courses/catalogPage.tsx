import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import type { CatalogQuery } from '@/domain/catalog/catalogQuery'
import type { Locale } from '@/domain/tenancy/locales'
import type { Catalog } from '@/operations/pages/catalog'
import type { School } from '@/operations/tenancy/school'

import { catalogSearch, filterCount } from '@/domain/catalog/catalogQuery'
import { categoryPath } from '@/domain/pages/addresses'
import { listFacts, trailFacts } from '@/domain/pages/facts'
import { descriptionFrom } from '@/domain/pages/shortText'
import { isSlug } from '@/domain/tenancy/hosts'
import { pathIn } from '@/domain/tenancy/locales'
import { listedPaths } from '@/operations/catalog/pathPage'
import { catalogOf } from '@/operations/pages/catalog'
import { asReader, cachedForReader, movedOrGone, schoolFor } from '@/site'

import { JsonLd } from '@/components/pages/JsonLd'
import { pageMetadata } from '@/components/pages/pageMetadata'
import { PathList } from '@/components/pages/paths/PathList'
import { CatalogView } from '@/components/pages/catalog/CatalogView'

type Asked = {
  /** Slug of the category; null for the whole catalog. */
  category: null | string
  locale: Locale
  query: CatalogQuery
  tenant: string
}

/** Pages of one query that are worth keeping. */
const KEPT_PAGES = 20

/** What visitors type has no end, and is read anew each time; all else is kept until content changes. */
const isKept = ({ from, page, text, to }: CatalogQuery): boolean =>
  text === '' && from === null && to === null && page <= KEPT_PAGES

const catalogFor = async (
  { category, locale, query, tenant }: Asked,
  { currency }: School,
): Promise<Catalog> => {
  if (category !== null && !isSlug(category)) {
    return notFound()
  }
  const read = (req: Parameters<typeof catalogOf>[0]['req']) =>
    catalogOf({ category, currency, query, req })
  const found = isKept(query)
    ? await cachedForReader(
        { locale, tenant },
        ['catalog', category ?? '', catalogSearch(query)],
        read,
      )
    : await asReader({ locale, tenant }, read)

  return (
    found ??
    movedOrGone({ locale, tenant }, category === null ? '/courses' : categoryPath(category))
  )
}

const pathOf = ({ category }: Catalog): string =>
  category ? categoryPath(category.slug) : '/courses'

const leadOf = async ({ category }: Catalog, { name, tagline }: School): Promise<string> => {
  const t = await getTranslations()

  return category
    ? (category.description ?? t('catalog.lead', { school: name }))
    : (tagline ?? t('home.lead', { school: name }))
}

/**
 * What search engines are told of a page of the catalog. Pages of a whole catalog or category stand for
 * themselves; what filters leave stands for it all, and is not listed; neither is a category without courses.
 */
export const catalogMetadata = async (asked: Asked): Promise<Metadata> => {
  const school = await schoolFor(asked)
  const catalog = await catalogFor(asked, school)
  const t = await getTranslations()
  const { category, page, pages } = catalog
  const isPart = filterCount(asked.query) > 0 || asked.query.sort !== 'newest'
  const name = category && category.name
  const title = name ?? t('home.courses')
  const about = name
    ? t('meta.category', { category: name, school: school.name })
    : t('meta.catalog', { school: school.name })
  const paged = !isPart && page > 1
  const told = pageMetadata({
    description: descriptionFrom(category?.description, about),
    locale: asked.locale,
    path: `${pathOf(catalog)}${paged ? `?page=${page}` : ''}`,
    school,
    title: paged ? `${title} – ${t('ui.pageOf', { page, pages })}` : title,
  })

  return isPart || (category && catalog.total === 0)
    ? { ...told, robots: { follow: true, index: false } }
    : told
}

/** A page of a school's catalog; not found for a category that the school does not have. */
export const CatalogPage = async (asked: Asked) => {
  const school = await schoolFor(asked)
  const catalog = await catalogFor(asked, school)
  const t = await getTranslations()
  const { category, courses } = catalog
  const { currency, origin } = school
  const at = (path: string) => `${origin}${pathIn(school, asked.locale, path)}`
  const isWhole = !category && filterCount(asked.query) === 0 && asked.query.page === 1
  const steps = [
    { name: t('shell.home'), url: at('/') },
    { name: t('home.courses'), url: at('/courses') },
    ...(category ? [{ name: category.name, url: at(pathOf(catalog)) }] : []),
  ]

  return (
    <>
      <JsonLd data={trailFacts(steps)} />
      {courses.length > 0 && (
        <JsonLd
          data={listFacts(
            courses.map(({ slug, title }) => ({ name: title, url: at(`/courses/${slug}`) })),
          )}
        />
      )}
      <CatalogView
        catalog={catalog}
        currency={currency}
        lead={await leadOf(catalog, school)}
        query={asked.query}
      />
      {isWhole && <PathList paths={await cachedForReader(asked, ['paths'], listedPaths)} />}
    </>
  )
}
