import { readFileSync } from 'node:fs'

import { permissionsPage } from './permissionsPage'

it('is what docs/permissions.md says', () => {
  expect(readFileSync('docs/permissions.md', 'utf8')).toBe(permissionsPage())
})

it('has a cell for every caller in every row', () => {
  const lines = permissionsPage()
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  expect(lines.length).toBeGreaterThan(100)
  expect(new Set(lines.map((line) => line.split('|').length))).toEqual(new Set([13]))
})
