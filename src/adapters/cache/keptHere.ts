import { hear } from '@/database/notices'

import { KeptPages } from './keptPages'

/**
 * Pages kept by this process, at most 64 MB of them and each for thirty seconds, should a notice never come.
 * Word of a change to a school's pages forgets that school's, word of a host everybody's; where word can no longer
 * be heard, none is trusted.
 */
export const keptHere = <Page>(bytesOf: (page: Page) => number): KeptPages<Page> => {
  const pages = new KeptPages<Page>({ bytesOf, holdsMs: 30_000, mostBytes: 64 * 1024 * 1024 })
  const clear = () => pages.clear()
  const doubt = () => pages.doubt()
  hear('hosts', { heard: clear, lost: doubt })
  hear('pages', { heard: (tenant) => pages.forget(tenant), lost: doubt })

  return pages
}
