import type { Locale, Written } from '../tenancy/locales'
import type { Addressed } from './addresses'

import { pathIn } from '../tenancy/locales'

import {
  ABOUT,
  ACCESSIBILITY_PATH,
  addressOf,
  HOME,
  isReachable,
  PERSONAL_FOLDERS,
  PERSONAL_PAGES,
} from './addresses'

/** A published row as a sitemap knows it; `changedAt` is when visitors last saw it change. */
export type PublishedRow = {
  changedAt: Date
  collection: Addressed
  slug: string
}

/** A public address of a school; null where nothing is known of its changes. */
export type PublicAddress = { changedAt: Date | null; path: string }

const newest = (rows: readonly PublishedRow[]): Date | null =>
  rows.reduce<Date | null>(
    (last, { changedAt }) => (last && last >= changedAt ? last : changedAt),
    null,
  )

/** Every public address of a school, each once: its front door, its catalog with the categories that have courses, what it has published, and its profile. */
export const publicAddresses = (rows: readonly PublishedRow[]): PublicAddress[] => {
  const courses = rows.filter(({ collection }) => collection === 'courses')
  const pages = rows.filter(({ slug, collection }) => collection === 'pages' && isReachable(slug))
  const home = pages.filter(({ slug }) => slug === HOME)
  const shelves = rows.filter(({ collection }) => collection === 'categories')
  const people = rows.filter(({ collection }) => collection === 'instructors')
  const about = pages.filter(({ slug }) => slug === ABOUT)
  const paths = rows.filter(({ collection }) => collection === 'paths')
  const others = [
    ...courses,
    ...paths,
    ...shelves,
    ...people,
    ...pages.filter(({ slug }) => ![ABOUT, HOME].includes(slug)),
  ]

  return [
    { changedAt: newest(home.length > 0 ? home : courses), path: '/' },
    { changedAt: newest(courses), path: '/courses' },
    ...others.map(({ slug, changedAt, collection }) => ({
      changedAt,
      path: addressOf(collection, slug),
    })),
    { changedAt: newest(about), path: addressOf('pages', ABOUT) },
    { changedAt: null, path: ACCESSIBILITY_PATH },
  ]
}

const escaped = (text: string): string =>
  text.replace(/[<>&'"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Most addresses of one sitemap, by the protocol. */
const MOST = 50_000

/**
 * A sitemap of sitemaps.org, 0.9, of addresses below the school's origin. Where it writes in several
 * languages each address stands there in each of them, and names the others.
 */
export const sitemapXml = (
  school: Written & { origin: string },
  paths: readonly PublicAddress[],
): string => {
  const { languages, locale: own, origin } = school
  const at = (locale: Locale, path: string) => escaped(`${origin}${pathIn(school, locale, path)}`)
  const links = (path: string) =>
    languages.length === 0
      ? ''
      : [
          ...[own, ...languages].map((locale) => [locale, locale] as const),
          ['x-default', own] as const,
        ]
          .map(
            ([name, locale]) =>
              `<xhtml:link rel="alternate" hreflang="${name}" href="${at(locale, path)}"/>`,
          )
          .join('')
  const addresses = [own, ...languages].flatMap((locale) =>
    paths.map((address) => ({ ...address, locale })),
  )

  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${languages.length > 0 ? ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' : ''}>`,
    ...addresses.slice(0, MOST).map(({ changedAt, locale, path }) => {
      const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''

      return `<url><loc>${at(locale, path)}</loc>${changed}${links(path)}</url>`
    }),
    '</urlset>',
    '',
  ].join('\n')
}

/** The checkout shows nobody's own to whoever is not signed in, and names the catalog as the page to find instead. */
const CLOSED = PERSONAL_PAGES.filter((page) => page !== '/checkout')

/** What only one person is to see of the platform's own host. */
const PLATFORM_PAGES = ['/outbox']

/**
 * What crawlers may read: all but what is one person's own (RFC 9309). Files that pages show stay open.
 * Each page is closed by itself, so that `/checkout-guide` stays open beside `/checkout`.
 */
export const robotsTxt = (sitemap?: string): string =>
  [
    'User-agent: *',
    'Allow: /api/media/file/',
    ...PERSONAL_FOLDERS.map((folder) => `Disallow: ${folder}`),
    ...[...CLOSED, ...(sitemap ? [] : PLATFORM_PAGES)].flatMap((page) => [
      `Disallow: ${page}$`,
      `Disallow: ${page}?`,
    ]),
    ...(sitemap ? ['', `Sitemap: ${sitemap}`] : []),
    '',
  ].join('\n')
