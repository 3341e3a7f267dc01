import path from 'node:path'

import type { ReaderPartName } from '@/domain/pages/document'
import type { Locale } from '@/domain/tenancy/locales'

type Render = (asked: { given: object; locale: Locale; name: ReaderPartName }) => string

let render: Render | undefined

/**
 * What renders the parts of pages that are one reader's, as the build left it beside the islands: the components of
 * the pages, without Next around them. Null while one develops, when Next renders every page whole.
 */
export const readerParts = (): null | Render => {
  if (process.env.NODE_ENV !== 'production') {
    return null
  }
  const file = path.join(process.cwd(), '.next', 'parts.cjs')
  render ??= (
    process.getBuiltinModule('node:module').createRequire(file)(file) as { renderPart: Render }
  ).renderPart

  return render
}
