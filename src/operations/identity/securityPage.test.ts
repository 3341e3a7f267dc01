import { existsSync, readFileSync } from 'node:fs'

const page = readFileSync('docs/security.md', 'utf8')

/** Everything that the page names as a file or a folder of the repository. */
const named = [...page.matchAll(/`((?:src|endpoints|collections|docs|hooks)\/[\w./-]+)`/g)].map(
  ([, file = '']) => file,
)

it('names files and tests that are there', () => {
  expect(named.filter((file) => /\.(?:test|spec)\.ts$/.test(file)).length).toBeGreaterThan(30)
  expect(named.filter((file) => !existsSync(file))).toEqual([])
})
