import type { CurriculumSection } from './tree'

import { between, dropAt, rowsOf } from './rows'

const section = (id: string, ...lessons: string[]): CurriculumSection => ({
  id,
  lessons: lessons.map((lesson) => ({
    id: lesson,
    duration: null,
    isBegun: false,
    isFilled: true,
    isPreview: false,
    isRequired: true,
    kind: 'text',
    release: null,
    state: 'draft',
    title: lesson,
  })),
  release: null,
  title: id,
})

const sections = [section('A', 'a', 'b'), section('B'), section('C', 'c')]
const rows = rowsOf(sections, new Set())

describe('rows of a curriculum', () => {
  it('are sections with the lessons of those that are open', () => {
    expect(rows.map(({ id }) => id).join('')).toBe('AabBCc')
    expect(
      rowsOf(sections, new Set(['A']))
        .map(({ id }) => id)
        .join(''),
    ).toBe('ABCc')
    expect(
      rowsOf(sections, true)
        .map(({ id }) => id)
        .join(''),
    ).toBe('ABC')
  })

  it.each([
    ['a', 'b', { before: null, section: 'A' }],
    ['b', 'a', { before: 'a', section: 'A' }],
    ['a', 'B', { before: null, section: 'B' }],
    ['c', 'B', { before: null, section: 'A' }],
    ['c', 'C', { before: null, section: 'B' }],
    ['a', 'c', { before: null, section: 'C' }],
    ['c', 'A', { before: 'a', section: 'A' }],
    ['nothing', 'A', null],
    ['a', 'nothing', null],
  ])('take lesson %s, dropped on %s, to %j', (active, over, drop) => {
    expect(dropAt(rows, active, over)).toEqual(drop)
  })

  it.each([
    ['A', 'C', { before: null }],
    ['C', 'A', { before: 'A' }],
    ['A', 'B', { before: 'C' }],
  ])('take section %s, dropped on %s, to %j', (active, over, drop) => {
    expect(dropAt(rowsOf(sections, true), active, over)).toEqual(drop)
  })

  it('are selected from one to another, in both directions', () => {
    expect(between(['a', 'b', 'c', 'd'], 'b', 'd')).toEqual(['b', 'c', 'd'])
    expect(between(['a', 'b', 'c', 'd'], 'c', 'a')).toEqual(['a', 'b', 'c'])
    expect(between(['a', 'b'], 'gone', 'b')).toEqual(['b'])
  })
})
