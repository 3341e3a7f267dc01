import type { IncomingHttpHeaders } from 'node:http'

import { filteredCategory } from '@/domain/catalog/catalogQuery'
import { plainPath } from '@/domain/tenancy/locales'

/** Paths that never lead to a public page. */
const OTHER = /^\/(?:api|admin|internal|_next)(?:\/|$)/

/** Set by Next while an editor looks at drafts; such a page is rendered anew each time. */
const DRAFT_COOKIE = '__prerender_bypass'

type Asked = { headers: IncomingHttpHeaders; method?: string; url?: string }

/** The path of an address. */
export const pathOf = (url: string): string => url.split('?', 1)[0] ?? ''

/** Whether a request asks for a page of a site as a browser opens it: a plain GET or HEAD, and no draft. */
export const asksForPage = ({ headers, method = '', url = '' }: Asked): boolean =>
  ['GET', 'HEAD'].includes(method) &&
  headers.rsc === undefined &&
  !headers.cookie?.includes(DRAFT_COOKIE) &&
  !url.includes('_rsc=') &&
  !OTHER.test(pathOf(url))

/**
 * The path of a request that a kept page may answer, or null. What follows `?` is the browser's alone, since Next keeps its
 * static pages by path as well; but for the filters of a catalog.
 */
export const pagePath = (asked: Asked): null | string => {
  const { url = '' } = asked
  const path = pathOf(url)
  const search = url.slice(path.length)
  const isPart = search !== '' && filteredCategory(plainPath(path), search) !== null

  return asksForPage(asked) && !isPart ? path : null
}

type Encoding = 'br' | 'gzip'

const ENCODINGS: readonly Encoding[] = ['br', 'gzip']

/** The first of `ours` that an Accept-Encoding header takes, else the plain text; one with `q=0` is refused. */
export const encodingAsked = <Ours extends Encoding = Encoding>(
  accepts: string | undefined,
  ours = ENCODINGS as readonly Ours[],
): 'identity' | Ours => {
  const taken = (name: string) =>
    new RegExp(`(?:^|,)\\s*${name}\\s*(?:,|$|;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$)))`, 'i').test(
      accepts ?? '',
    )

  return ours.find(taken) ?? 'identity'
}
