import { clockIn, momentAt } from '@/domain/zoned'

import type { Fields } from './carried'
import type { PackedCourse, PackedItem } from './packed'

import { isNode } from './references'

/** What a date of a course is of. */
export type DateKind = 'closes' | 'due' | 'opens' | 'release' | 'review'

/**
 * A date of a course, as a clock shows it where it is meant: `YYYY-MM-DDTHH:mm`. `opens` and `closes` are those of a live
 * session, `due` is when an assignment is, `release` when a section or lesson is released, `review` from when right answers are shown.
 */
export type CourseDate = { after: string; before: string; kind: DateKind; title: string }

/** Days by which a course may be shifted, back or forth: ten years. */
export const MOST_DAYS = 3650

/** A clock time so many days later, at the same hour. */
const clockAfter = (clock: string, days: number): string => {
  const moved = new Date(`${clock}:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)

  return moved.toISOString().slice(0, 16)
}

/** A moment so many days later at the same hour of a zone's clocks, whichever changed in between; its seconds stay. */
const momentAfter = (moment: string, days: number, zone: string): string => {
  const then = momentAt(clockAfter(clockIn(new Date(moment), zone), days), zone)
  const seconds = Date.parse(moment) % 60_000

  return new Date((then ?? new Date(moment)).getTime() + seconds).toISOString()
}

type Shift = { days: number; zone: string }

type Shifted<T> = { dates: CourseDate[]; value: T }

/** A packed course with every date in it so many days later, and the dates, earliest first. `zone` is the school's. */
export const shiftCourse = (
  packed: PackedCourse,
  shift: Shift,
): { dates: CourseDate[]; packed: PackedCourse } => {
  const dates: CourseDate[] = []
  const taken = <T>({ dates: found, value }: Shifted<T>): T => {
    dates.push(...found)

    return value
  }
  const sections = packed.sections.map(({ lessons, ...section }) => ({
    ...taken(shiftItem(section, shift)),
    lessons: lessons.map((lesson) => taken(shiftItem(lesson, shift))),
  }))
  const quizzes = packed.quizzes.map((quiz) => taken(shiftItem(quiz, shift)))

  return {
    dates: dates.sort((a, b) => (a.before < b.before ? -1 : a.before > b.before ? 1 : 0)),
    packed: { ...packed, quizzes, sections },
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const shiftItem = <Item extends PackedItem>(item: Item, shift: Shift): Shifted<Item> => {
  const title = textOf(item.fields.title)
  const dates: CourseDate[] = []
  const note = (kind: DateKind, before: string, after: string) => {
    dates.push({ after, before, kind, title })
  }
  const moment = (kind: DateKind, value: unknown, zone: string): unknown => {
    if (typeof value !== 'string') {
      return value
    }
    const moved = momentAfter(value, shift.days, zone)
    note(kind, clockIn(new Date(value), zone), clockIn(new Date(moved), zone))

    return moved
  }
  const release = (rule: unknown): unknown => {
    if (!isNode(rule) || rule.kind !== 'date' || typeof rule.at !== 'string') {
      return rule
    }
    const at = clockAfter(rule.at, shift.days)
    note('release', rule.at, at)

    return { ...rule, at }
  }
  const assignment = (asked: unknown): unknown => {
    if (!isNode(asked) || typeof asked.dueAt !== 'string' || !asked.dueAt) {
      return asked
    }
    const dueAt = clockAfter(asked.dueAt, shift.days)
    note('due', asked.dueAt, dueAt)

    return { ...asked, dueAt }
  }
  const live = (session: unknown): unknown => {
    if (!isNode(session)) {
      return session
    }
    const zone = textOf(session.zone) || shift.zone

    return {
      ...session,
      endsAt: moment('closes', session.endsAt, zone),
      startsAt: moment('opens', session.startsAt, zone),
    }
  }
  const changed: Fields = {
    assignment: assignment(item.fields.assignment),
    live: live(item.fields.live),
    release: release(item.fields.release),
    reviewFrom: moment('review', item.fields.reviewFrom, shift.zone),
  }
  const kept = Object.fromEntries(
    Object.entries(changed).filter(([name]) => item.fields[name] !== undefined),
  )

  return { dates, value: { ...item, fields: { ...item.fields, ...kept } } }
}
