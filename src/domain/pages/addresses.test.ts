import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { isRendered } from './addresses'

const PAGES = path.join(process.cwd(), 'src/app/(site)/s/[tenant]/[locale]')

/** Where a page file of a school is found; groups of layouts have no part in it. */
const addressOf = (file: string): string =>
  `/${file.replace(/\([^/]+\)\//g, '').replace(/\/?page\.tsx$/, '')}`

// A page made for all its readers has scripts that only their hashes let run; the nonce of a rendered page would stop them.
it.each(
  globSync('**/page.tsx', { cwd: PAGES })
    .filter((file) => readFileSync(path.join(PAGES, file), 'utf8').includes("'force-static'"))
    .map(addressOf),
)('%s, made once for everybody, is not taken for one rendered anew', (address) => {
  expect(isRendered(address)).toBe(false)
})
