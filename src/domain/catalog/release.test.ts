import { describe, expect, it } from '@jest/globals'

import { isCircular, portableRelease, readRelease } from './release'

const lesson = '018f0000-0000-7000-8000-000000000001'
const section = '018f0000-0000-7000-8000-000000000002'

describe('a rule of release', () => {
  it.each([
    [{ at: '2026-03-29T09:00', kind: 'date', zone: 'school' }],
    [{ days: 7, kind: 'days' }],
    [{ kind: 'after' }],
    [{ kind: 'after', lesson }],
    [{ kind: 'after', section }],
    [{ kind: 'grade', lesson, percent: 70 }],
  ])('is read as it was written: %j', (rule) => {
    expect(readRelease({ ...rule, more: 'than asked' })).toEqual(rule)
  })

  it('of a date is by the learner’s clock where nothing is said', () => {
    expect(readRelease({ at: '2026-03-29T09:00', kind: 'date' })).toMatchObject({ zone: 'learner' })
  })

  it.each([
    [null],
    ['days'],
    [{ kind: 'never' }],
    [{ days: 0, kind: 'days' }],
    [{ days: 3651, kind: 'days' }],
    [{ days: 1.5, kind: 'days' }],
    [{ at: '2026-02-30', kind: 'date' }],
    [{ at: '2026-13-01T00:00', kind: 'date' }],
    [{ at: '2026-03-29T09:00', kind: 'date', zone: 'Mars' }],
    [{ kind: 'after', lesson, section }],
    [{ kind: 'after', lesson: 'x' }],
    [{ kind: 'grade', lesson, percent: 101 }],
    [{ kind: 'grade', percent: 50 }],
  ])('is none where it says %j', (given) => {
    expect(readRelease(given)).toBeNull()
  })

  it('goes to another course only where it names nothing of this one', () => {
    expect(portableRelease({ kind: 'after', lesson })).toBeNull()
    expect(portableRelease({ kind: 'grade', lesson, percent: 5 })).toBeNull()
    expect(portableRelease({ kind: 'after' })).toEqual({ kind: 'after' })
    expect(portableRelease({ days: 3, kind: 'days' })).toEqual({ days: 3, kind: 'days' })
  })
})

type Rule = ReturnType<typeof readRelease>

const course = (...sections: [Rule, Record<string, Rule>][]) =>
  sections.map(([release, lessons], at) => ({
    id: `s${at}`,
    lessons: Object.entries(lessons).map(([id, rule]) => ({ id, release: rule })),
    release,
  }))

const after = (id: string): Rule => ({ kind: 'after', lesson: id })

describe('a curriculum', () => {
  it('that waits forwards alone runs in no circle', () => {
    const previous: Rule = { kind: 'after' }

    expect(isCircular(course([null, { a: null, b: previous }], [previous, { c: previous }]))).toBe(
      false,
    )
    expect(isCircular(course([null, { a: after('c'), b: null }], [null, { c: null }]))).toBe(false)
  })

  it.each([
    ['a lesson waits for itself', course([null, { a: after('a') }])],
    ['two wait for each other', course([null, { a: after('b'), b: after('a') }])],
    ['a lesson waits for its section', course([null, { a: { kind: 'after', section: 's0' } }])],
    [
      'a section waits for a lesson that waits for it',
      course([{ kind: 'grade', lesson: 'c', percent: 50 }, { a: null }], [null, { c: after('a') }]),
    ],
    [
      'the previous waits for what follows',
      course([null, { a: after('b'), b: { kind: 'after' } }]),
    ],
  ])('runs in a circle where %s', (_, sections) => {
    expect(isCircular(sections)).toBe(true)
  })
})
