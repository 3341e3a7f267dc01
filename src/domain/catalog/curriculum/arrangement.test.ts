import fc from 'fast-check'

import type { Arrangement } from './arrangement'

import { changedBranches, holdsTheSame, moveLessons, moveSections, settle } from './arrangement'

const tree: Arrangement = [
  { id: 'A', lessons: ['a', 'b', 'c'] },
  { id: 'B', lessons: ['d'] },
  { id: 'C', lessons: [] },
]

const drawn = (arrangement: Arrangement): string =>
  arrangement.map(({ id, lessons }) => `${id}:${lessons.join('')}`).join(' ')

/** Curricula of up to six sections and twenty lessons, with ids that are never in both. */
const anyTree = fc
  .array(fc.integer({ max: 5, min: 0 }), { maxLength: 20 })
  .chain((homes) => fc.integer({ max: 6, min: 1 }).map((sections) => ({ homes, sections })))
  .map(({ homes, sections }) =>
    Array.from({ length: sections }, (_, at) => ({
      id: `s${at}`,
      lessons: homes.flatMap((home, nth) => (home % sections === at ? [`l${nth}`] : [])),
    })),
  )

const anyLesson = fc.integer({ max: 22, min: 0 }).map((nth) => `l${nth}`)
const anySection = fc.integer({ max: 7, min: 0 }).map((nth) => `s${nth}`)

const anyMove = fc.oneof(
  fc
    .record({
      before: fc.option(anyLesson),
      lessons: fc.uniqueArray(anyLesson, { maxLength: 4 }),
      section: anySection,
    })
    .map((move) => (given: Arrangement) => moveLessons(given, move)),
  fc
    .record({
      before: fc.option(anySection),
      sections: fc.uniqueArray(anySection, { maxLength: 3 }),
    })
    .map((move) => (given: Arrangement) => moveSections(given, move)),
)

describe('moving in a curriculum', () => {
  it.each([
    [{ before: 'a', lessons: ['c'], section: 'A' }, 'A:cab B:d C:'],
    [{ before: null, lessons: ['a'], section: 'A' }, 'A:bca B:d C:'],
    [{ before: 'd', lessons: ['c', 'a'], section: 'B' }, 'A:b B:acd C:'],
    [{ before: null, lessons: ['d'], section: 'C' }, 'A:abc B: C:d'],
    [{ before: 'b', lessons: ['a', 'b'], section: 'A' }, 'A:abc B:d C:'],
    [{ before: null, lessons: ['a'], section: 'nowhere' }, 'A:abc B:d C:'],
    [{ before: null, lessons: ['nothing'], section: 'B' }, 'A:abc B:d C:'],
  ])('puts lessons where they are wanted: %j', (move, result) => {
    expect(drawn(moveLessons(tree, move))).toBe(result)
  })

  it.each([
    [{ before: 'A', sections: ['C'] }, 'C: A:abc B:d'],
    [{ before: null, sections: ['A', 'B'] }, 'C: A:abc B:d'],
    [{ before: 'B', sections: ['B'] }, 'A:abc B:d C:'],
  ])('puts sections with all they hold: %j', (move, result) => {
    expect(drawn(moveSections(tree, move))).toBe(result)
  })

  it('keeps every section and lesson exactly once, whatever is moved where', () => {
    fc.assert(
      fc.property(anyTree, fc.array(anyMove, { maxLength: 12 }), (start, moves) => {
        const end = moves.reduce<Arrangement>((now, move) => move(now), start)
        expect(holdsTheSame(start, end)).toBe(true)
      }),
    )
  })

  it('is undone to exactly what was before', () => {
    fc.assert(
      fc.property(anyTree, fc.array(anyMove, { maxLength: 12 }), (start, moves) => {
        const end = moves.reduce<Arrangement>((now, move) => move(now), start)
        expect(settle(end, start)).toEqual(start)
        expect(settle(start, end)).toEqual(end)
      }),
    )
  })

  it('is undone around what came and went since, and loses none of it', () => {
    fc.assert(
      fc.property(anyTree, anyMove, fc.uniqueArray(anyLesson), (start, move, gone) => {
        const end = move(start).map(({ id, lessons }) => ({
          id,
          lessons: [...lessons.filter((one) => !gone.includes(one)), `new-${id}`],
        }))
        expect(holdsTheSame(settle(end, start), end)).toBe(true)
      }),
    )
  })

  it('leaves what is new behind the row it stands behind', () => {
    const now = [
      { id: 'A', lessons: ['b', 'new', 'a', 'c'] },
      { id: 'N', lessons: ['x'] },
      { id: 'B', lessons: [] },
      { id: 'C', lessons: ['d'] },
    ]
    expect(drawn(settle(now, tree))).toBe('A:abnewc N:x B:d C:')
  })

  it('names the sections whose lessons differ, and nothing else', () => {
    const after = moveLessons(tree, { before: null, lessons: ['d'], section: 'C' })
    expect(changedBranches(tree, after).map(({ id }) => id)).toEqual(['B', 'C'])
    expect(changedBranches(tree, moveSections(tree, { before: 'A', sections: ['C'] }))).toEqual([])
  })

  it('knows when something is missing or doubled', () => {
    expect(holdsTheSame(tree, tree.slice(1))).toBe(false)
    expect(holdsTheSame(tree, [...tree, { id: 'D', lessons: [] }])).toBe(false)
    expect(holdsTheSame(tree, [{ id: 'A', lessons: ['a', 'b', 'b'] }, ...tree.slice(1)])).toBe(
      false,
    )
  })
})
