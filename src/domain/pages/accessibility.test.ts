import { readFileSync } from 'node:fs'

import { AUDITED, AUDITED_WIDTHS } from './accessibility'

describe('the accessibility statement', () => {
  it('names no kind of page, and no width, that the audit does not open', () => {
    const sights = readFileSync('src/test/e2e/pages.ts', 'utf8')
    const walked = [...sights.matchAll(/name: '([\w-]+)'/g)].map(([, name]) => name)
    expect(Object.values(AUDITED).filter((name) => !walked.includes(name))).toEqual([])
    const walk = readFileSync('src/test/e2e/pages.axe.spec.ts', 'utf8')
    expect(walk).toContain(`const WIDTHS = [${AUDITED_WIDTHS.join(', ')}] as const`)
  })
})
