import type { IncomingMessage } from 'node:http'

import { isRendered } from '@/domain/pages/addresses'
import { plainPath } from '@/domain/tenancy/locales'

import { asksForPage, pathOf } from './pageRequest'
import { isTemplateAsked } from './templates'

/**
 * Whether what Next answers is held until it is whole: pages that are read, those that are the same for all who ask, and templates. Their policy
 * names the scripts in them, since they may be kept.
 */
export const isHeld = (request: IncomingMessage): boolean =>
  asksForPage(request) &&
  (!isRendered(plainPath(pathOf(request.url ?? ''))) || isTemplateAsked(request.headers))

/** Whether a page is rendered for this request alone, and sent as it comes; drafts are, wherever they stand. */
export const isRenderedAnew = (request: IncomingMessage): boolean => {
  const path = pathOf(request.url ?? '')

  return !isHeld(request) && !/^\/(?:api|internal|_next)(?:\/|$)/.test(path)
}
