import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { isOutsideBuild } from './build.mjs'
import { digestOf, filesUnder } from './files.mjs'
import { migrationsIn } from './migrate.mjs'

describe('files', () => {
  const base = mkdtempSync(path.join(tmpdir(), 'lectern-files-'))
  const digest = (also?: string[]) =>
    digestOf({ also, base, files: filesUnder({ base, place: 'src', skip: isOutsideBuild }) })

  beforeAll(() => {
    mkdirSync(path.join(base, 'src/test'), { recursive: true })
    writeFileSync(path.join(base, 'src/b.ts'), 'b')
    writeFileSync(path.join(base, 'src/a.ts'), 'a')
    writeFileSync(path.join(base, 'src/test/t.ts'), 't')
  })
  afterAll(() => rmSync(base, { recursive: true }))

  it('are listed in order, without what is skipped', () => {
    expect(filesUnder({ base, place: 'src', skip: isOutsideBuild })).toEqual([
      'src/a.ts',
      'src/b.ts',
    ])
    expect(filesUnder({ base, place: 'none' })).toEqual([])
  })

  it('have another digest when a name, a byte or a setting changes', () => {
    const before = digest()
    writeFileSync(path.join(base, 'src/test/t.ts'), 'changed')

    expect(digest()).toBe(before)
    expect(digest(['X=1'])).not.toBe(before)
    writeFileSync(path.join(base, 'src/a.ts'), 'ab')
    expect(digest()).not.toBe(before)
  })
})

describe('a build', () => {
  it.each([
    'src/x.test.ts',
    'src/test/harness.ts',
    'media/uploads/a.png',
    'src/bench/run.ts',
    'src/.DS_Store',
  ])('is not made from %s', (file) => {
    expect(isOutsideBuild(file)).toBe(true)
  })

  it.each([
    'src/app/page.tsx',
    'media/seed/cover.jpg',
    'src/testimonials/x.ts',
    'plugins/index.ts',
  ])('is made from %s', (file) => {
    expect(isOutsideBuild(file)).toBe(false)
  })
})

describe('migrations', () => {
  it('are the files of their folder but the index', () => {
    const names = [
      'index.ts',
      '20260102_000000_b.ts',
      '20260101_000000_a.json',
      '20260101_000000_a.ts',
    ]

    expect(migrationsIn(names)).toEqual(['20260101_000000_a', '20260102_000000_b'])
  })
})
