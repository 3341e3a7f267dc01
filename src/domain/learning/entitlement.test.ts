import { describe, expect, it } from '@jest/globals'

import type { ReleaseRule } from '../catalog/release'
import type { RuledLesson, RuledSection } from './releases/needs'
import type { Standing, Whose } from './standing'

import { closedCourse, entitlementsOf, isNews, nextOpening, ruleFor } from './entitlement'

const lesson = (id: string, given: Partial<RuledLesson> = {}): RuledLesson => ({
  id,
  completed: false,
  isBegun: false,
  isPreview: false,
  isRequired: true,
  percent: null,
  release: null,
  released: null,
  title: id.toUpperCase(),
  ...given,
})

const section = (
  id: string,
  lessons: RuledLesson[],
  release: null | ReleaseRule = null,
): RuledSection => ({
  id,
  lessons,
  release,
  title: id.toUpperCase(),
})

const active: Standing = {
  accessUntil: null,
  cohort: null,
  enrolledAt: '2026-03-20T22:30:00Z',
  status: 'active',
}

const learner = (given: Partial<Standing> = {}, zone: null | string = null): Whose => ({
  isAuthor: false,
  isSignedIn: true,
  standing: { ...active, ...given },
  zones: { learner: zone, school: 'UTC' },
})

const at = (moment: string) => new Date(moment)
const noon = at('2026-03-21T12:00:00Z')

/** What is said of the lesson `a` alone, or of `b` after it. */
const said = (sections: RuledSection[], whose: Whose, now = noon) =>
  Object.fromEntries(entitlementsOf(sections, whose, now))

const one = (given: Partial<RuledLesson>, whose: Whose, now = noon) =>
  said([section('s', [lesson('a', given)])], whose, now).a

describe('a lesson', () => {
  it('asks a visitor to sign in, and whoever has signed in to enroll', () => {
    const nobody = { ...learner(), standing: null }

    expect(one({}, { ...nobody, isSignedIn: false })?.lock).toBe('signIn')
    expect(one({}, nobody)?.lock).toBe('enroll')
  })

  it.each([
    ['paused', { status: 'paused' as const }],
    ['revoked', { status: 'revoked' as const }],
    ['ended', { status: 'expired' as const }],
    ['ended', { accessUntil: '2026-03-21T12:00:00Z' }],
  ])('is closed as %s to who has it so: %j', (lock, given) => {
    expect(one({}, learner(given))).toMatchObject({ because: null, lock })
    expect(closedCourse(learner(given), noon)).toBe(lock)
    expect(one({ isPreview: true }, learner(given))).toMatchObject({
      because: 'preview',
      lock: null,
    })
    expect(one({ released: 'staff' }, learner(given))?.lock).toBe(lock)
    expect(one({}, { ...learner(given), isAuthor: true })).toMatchObject({ because: 'author' })
  })

  it('is open to the last millisecond of its access', () => {
    const whose = learner({ accessUntil: '2026-03-21T12:00:00.001Z' })

    expect(one({}, whose)).toEqual({ because: 'enrolled', lock: null, needs: null, opensAt: null })
    expect(one({}, whose, at('2026-03-21T12:00:00.001Z'))?.lock).toBe('ended')
  })

  it('stays open once it was begun or opened, whatever rule comes later', () => {
    const release: ReleaseRule = { at: '2030-01-01T00:00', kind: 'date', zone: 'school' }

    expect(one({ release }, learner())?.lock).toBe('notYet')
    expect(one({ isBegun: true, release }, learner())).toMatchObject({ because: 'reached' })
    expect(one({ release, released: 'rule' }, learner())).toMatchObject({ because: 'reached' })
    expect(one({ release, released: 'staff' }, learner())).toMatchObject({ because: 'override' })
    expect(one({ isPreview: true, release }, learner())).toMatchObject({ because: 'preview' })
  })
})

describe('a rule of time', () => {
  const days = (count: number): ReleaseRule => ({ days: count, kind: 'days' })
  const date = (clock: string, zone: 'learner' | 'school'): ReleaseRule => ({
    at: clock,
    kind: 'date',
    zone,
  })

  // Enrolled on 20 March at 22:30 UTC: the 21st in Jerusalem already, still the 20th in New York.
  it.each([
    ['UTC', days(1), '2026-03-21T00:00:00.000Z'],
    ['Asia/Jerusalem', days(1), '2026-03-21T22:00:00.000Z'],
    ['America/New_York', days(1), '2026-03-21T04:00:00.000Z'],
    // Clocks go forward on 27 March in Jerusalem and on the 29th in Berlin.
    ['Asia/Jerusalem', days(7), '2026-03-27T21:00:00.000Z'],
    ['Europe/Berlin', days(9), '2026-03-28T23:00:00.000Z'],
    ['Europe/Berlin', days(10), '2026-03-29T22:00:00.000Z'],
    // In Chile clocks go back on 5 April, when the day begins an hour later than the last ended.
    ['America/Santiago', days(16), '2026-04-05T04:00:00.000Z'],
    ['Europe/Berlin', date('2026-03-29T02:30', 'learner'), '2026-03-29T01:30:00.000Z'],
    ['Europe/Berlin', date('2026-10-25T02:30', 'learner'), '2026-10-25T00:30:00.000Z'],
    ['Europe/Berlin', date('2026-04-01T09:00', 'school'), '2026-04-01T09:00:00.000Z'],
  ])('opens in %s by %j at %s, neither before nor later', (zone, release, opensAt) => {
    const whose = learner({}, zone)
    const moment = at(opensAt)
    const before = new Date(moment.getTime() - 1)

    expect(one({ release }, whose, before)).toMatchObject({ lock: 'notYet', opensAt })
    expect(one({ release }, whose, moment)?.lock).toBeNull()
  })

  it('counts by the school’s clock for who has chosen none', () => {
    const whose = { ...learner(), zones: { learner: null, school: 'Asia/Jerusalem' } }

    expect(one({ release: days(1) }, whose)?.opensAt).toBe('2026-03-21T22:00:00.000Z')
  })

  it('of section and lesson together is the later one, and the next of all is looked for', () => {
    const found = entitlementsOf(
      [
        section(
          's',
          [lesson('a', { release: days(5) }), lesson('b', { release: days(2) })],
          days(3),
        ),
        section('t', [lesson('c')]),
      ],
      learner(),
      noon,
    )

    expect(found.get('a')?.opensAt).toBe('2026-03-25T00:00:00.000Z')
    expect(found.get('b')?.opensAt).toBe('2026-03-23T00:00:00.000Z')
    expect(nextOpening(found.values())).toBe('2026-03-23T00:00:00.000Z')
    expect(nextOpening([])).toBeNull()
  })
})

describe('a rule of work', () => {
  const previous: ReleaseRule = { kind: 'after' }

  it('waits for the lesson or section before, across sections and past optional lessons', () => {
    const course = (a: Partial<RuledLesson>, b: Partial<RuledLesson>) => [
      section('s', [lesson('a', a), lesson('b', { isRequired: false, ...b })]),
      section('t', [lesson('c', { release: previous }), lesson('d')], previous),
    ]
    const done = { completed: true }

    expect(said(course({}, {}), learner())).toMatchObject({
      a: { lock: null },
      c: { lock: 'after', needs: { id: 's', kind: 'section', title: 'S' } },
      d: { lock: 'after', needs: { id: 's' } },
    })
    expect(said(course(done, {}), learner())).toMatchObject({
      c: { lock: 'after', needs: { id: 'b', kind: 'lesson' } },
      d: { lock: null },
    })
    expect(said(course(done, done), learner())).toMatchObject({ c: { lock: null } })
  })

  it('opens what stands first, and what waits for something that is gone', () => {
    const rules: ReleaseRule[] = [
      previous,
      { kind: 'after', lesson: 'gone' },
      { kind: 'after', section: 'gone' },
      { kind: 'grade', lesson: 'gone', percent: 100 },
    ]
    for (const release of rules) {
      expect(one({ release }, learner())?.lock).toBeNull()
    }
    expect(said([section('s', [lesson('a')], previous)], learner()).a?.lock).toBeNull()
  })

  it('waits for a grade, and takes the very percent', () => {
    const course = (percent: null | number) => [
      section('s', [
        lesson('a', { percent }),
        lesson('b', { release: { kind: 'grade', lesson: 'a', percent: 70 } }),
      ]),
    ]
    const needs = { id: 'a', kind: 'lesson', percent: 70, title: 'A' }

    expect(said(course(null), learner()).b).toMatchObject({ lock: 'grade', needs })
    expect(said(course(69), learner()).b).toMatchObject({ lock: 'grade', needs })
    expect(said(course(70), learner()).b?.lock).toBeNull()
  })
})

describe('a cohort', () => {
  const cohort = {
    dates: { b: '2026-03-28T02:30', s: '2026-01-01T00:00' },
    startsAt: '2026-03-26T08:00:00Z',
  }
  const inside = (given: Partial<Standing> = {}) => ({
    ...learner({ cohort, ...given }, 'America/New_York'),
    zones: { learner: 'America/New_York', school: 'Europe/Berlin' },
  })
  const course = [
    section('s', [
      lesson('a', { isPreview: true }),
      lesson('b', { release: { at: '2026-05-01T00:00', kind: 'date', zone: 'learner' } }),
      lesson('c', { release: { days: 3, kind: 'days' } }),
      lesson('d', { release: { at: '2026-03-01T00:00', kind: 'date', zone: 'school' } }),
    ]),
  ]
  const asked = (moment: string, given?: Partial<Standing>) => {
    const found = entitlementsOf(course, inside(given), at(moment))

    return (id: string) => found.get(id)
  }

  it('opens nothing but previews before it starts, and says when it does', () => {
    const before = asked('2026-03-26T07:59:59Z')

    expect(before('a')).toMatchObject({ because: 'preview', lock: null })
    expect(before('d')).toMatchObject({ lock: 'notYet', opensAt: '2026-03-26T08:00:00.000Z' })
    expect(asked('2026-03-26T08:00:00Z')('d')?.lock).toBeNull()
  })

  it('has dates of its own, and counts days from its start, on the school’s clock', () => {
    const after = asked('2026-03-27T12:00:00Z')

    expect(after('b')).toMatchObject({ lock: 'notYet', opensAt: '2026-03-28T01:30:00.000Z' })
    expect(after('c')).toMatchObject({ lock: 'notYet', opensAt: '2026-03-28T23:00:00.000Z' })
  })

  it('closes the course at its end where that is its rule, and pausing goes before its start', () => {
    const ended = { accessUntil: '2026-03-27T00:00:00Z' }

    expect(asked('2026-03-27T00:00:00Z', ended)('d')?.lock).toBe('ended')
    expect(asked('2026-03-20T00:00:00Z', { status: 'paused' })('d')?.lock).toBe('paused')
  })

  it('makes no date earlier than its start, and takes dates in place of fixed ones alone', () => {
    const { zones } = inside()
    const standing = { ...active, cohort }
    const news = (rule: ReleaseRule, since: string) =>
      isNews({ lesson: rule, section: null }, { isAct: false, since: at(since), standing, zones })

    expect(news({ at: '2026-03-01T00:00', kind: 'date', zone: 'school' }, cohort.startsAt)).toBe(
      true,
    )
    expect(ruleFor({ id: 'b', release: { days: 3, kind: 'days' } }, standing)).toEqual({
      days: 3,
      kind: 'days',
    })
    expect(ruleFor({ id: 's', release: null }, standing)).toBeNull()
  })
})

describe('what has opened', () => {
  const { standing, zones } = learner()
  const days: ReleaseRule = { days: 2, kind: 'days' }
  const tell = (
    rules: { lesson?: ReleaseRule; section?: ReleaseRule },
    { isAct = false, since = null as null | string } = {},
  ) =>
    isNews(
      { lesson: rules.lesson ?? null, section: rules.section ?? null },
      { isAct, since: since === null ? null : at(since), standing: standing ?? active, zones },
    )

  it('by a time is news where it was waited for, and not where its time was over', () => {
    expect(tell({ lesson: days }, { since: '2026-03-22T00:00:00Z' })).toBe(true)
    expect(tell({ lesson: days }, { since: '2026-03-22T00:00:01Z' })).toBe(false)
    expect(tell({ lesson: days })).toBe(false)
  })

  it('by work is news of a section and of a grade, and not of the lesson that follows', () => {
    const after: ReleaseRule = { kind: 'after' }

    expect(tell({ section: after }, { isAct: true })).toBe(true)
    expect(tell({ lesson: { kind: 'grade', lesson: 'a', percent: 1 } }, { isAct: true })).toBe(true)
    expect(tell({ lesson: after }, { isAct: true })).toBe(false)
    expect(tell({ section: after })).toBe(false)
  })
})

describe('any curriculum', () => {
  it('of three hundred lessons is decided in a few milliseconds', () => {
    const sections = Array.from({ length: 30 }, (_, s) =>
      section(
        `s${s}`,
        Array.from({ length: 10 }, (__, l) => lesson(`${s}.${l}`, { release: { kind: 'after' } })),
        s % 2 ? { days: s, kind: 'days' } : { kind: 'after' },
      ),
    )

    expect(entitlementsOf(sections, learner(), noon).size).toBe(300)
  })

  it('says for every lesson either why it is open or why it is closed', () => {
    const rules: (null | ReleaseRule)[] = [
      null,
      { kind: 'after' },
      { days: 3, kind: 'days' },
      { at: '2026-03-21T12:00', kind: 'date', zone: 'learner' },
      { kind: 'grade', lesson: 'a', percent: 50 },
    ]
    for (const first of rules) {
      for (const second of rules) {
        for (const completed of [true, false]) {
          const found = said(
            [
              section('s', [lesson('a', { completed })]),
              section('t', [lesson('b', { release: second })], first),
            ],
            learner(),
          )
          for (const { because, lock, needs, opensAt } of Object.values(found)) {
            expect((because === null) !== (lock === null)).toBe(true)
            expect(opensAt === null).toBe(lock !== 'notYet')
            expect(needs === null).toBe(lock !== 'after' && lock !== 'grade')
          }
        }
      }
    }
  })
})
