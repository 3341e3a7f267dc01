import type { ReleaseRule } from '../catalog/release'

import { clockIn, momentAt } from '../zoned'

/** Why a lesson is closed to whoever asks, or null where it is open. */
export type Lock =
  'after' | 'ended' | 'enroll' | 'grade' | 'notYet' | 'paused' | 'revoked' | 'signIn' | null

/** Why a lesson is open. */
type Because = 'author' | 'enrolled' | 'override' | 'preview' | 'reached'

/** What has to be done first; `percent` is the grade that is asked for. */
export type Needs = {
  id: string
  kind: 'lesson' | 'section'
  percent: null | number
  title: string
}

/** Whether a lesson is open, and why, or why not; `opensAt` is ISO 8601 where a time is waited for. */
export type Entitlement = {
  because: Because | null
  lock: Lock
  needs: Needs | null
  opensAt: null | string
}

/** What holds for everybody in a cohort: when it starts (ISO 8601), and its own clock times for what has a fixed date. */
type StandingCohort = {
  /** By the ids of sections and lessons, as the school's clock shows them: `YYYY-MM-DDTHH:mm`. */
  dates: Readonly<Record<string, string>>
  startsAt: string
}

/** A learner's place in a course; moments are ISO 8601, `accessUntil` null is for good. */
export type Standing = {
  /** Where access closes when the cohort ends, no later than that. */
  accessUntil: null | string
  /** Null for who learns at their own pace. */
  cohort: null | StandingCohort
  enrolledAt: string
  status: 'active' | 'expired' | 'paused' | 'revoked'
}

/** A lesson as the rules see it. */
export type RuledLesson = {
  completed: boolean
  id: string
  /** Whether the learner has begun it. */
  isBegun: boolean
  isPreview: boolean
  isRequired: boolean
  /** The best result at its quiz; null where there is none. */
  percent: null | number
  release: null | ReleaseRule
  /** By what it was opened to the learner already: by its rule, or by staff. */
  released: 'rule' | 'staff' | null
  title: string
}

export type RuledSection = {
  id: string
  lessons: readonly RuledLesson[]
  release: null | ReleaseRule
  title: string
}

/** Whoever asks, and how they stand to a course. */
export type Whose = {
  isAuthor: boolean
  isSignedIn: boolean
  /** Null for who never enrolled. */
  standing: null | Standing
  /** IANA names; the learner's is null where none is chosen, and the school's is taken. */
  zones: { learner: null | string; school: string }
}

const open = (because: Because): Entitlement => ({
  because,
  lock: null,
  needs: null,
  opensAt: null,
})

const closed = (
  lock: NonNullable<Lock>,
  { needs = null, opensAt = null }: Partial<Pick<Entitlement, 'needs' | 'opensAt'>> = {},
): Entitlement => ({ because: null, lock, needs, opensAt })

/** Whether access that lasts until then has ended at `now`: on the very second it has. */
const isOver = (until: null | string, now: Date): boolean =>
  until !== null && new Date(until) <= now

/**
 * What holds for every lesson of a course alike, before its release is asked: null where the course is open to
 * the learner.
 */
const courseLock = ({ isSignedIn, standing }: Whose, now: Date): Entitlement | null => {
  if (!isSignedIn) {
    return closed('signIn')
  }
  if (!standing) {
    return closed('enroll')
  }
  if (standing.status === 'paused' || standing.status === 'revoked') {
    return closed(standing.status)
  }

  if (standing.status === 'expired' || isOver(standing.accessUntil, now)) {
    return closed('ended')
  }
  const { cohort } = standing

  return cohort && new Date(cohort.startsAt) > now
    ? closed('notYet', { opensAt: new Date(cohort.startsAt).toISOString() })
    : null
}

const DAY_MS = 86_400_000

/** The moment that a rule of time names; null for the other rules. */
const namedMoment = (
  rule: ReleaseRule,
  { cohort, enrolledAt }: Standing,
  { learner, school }: Whose['zones'],
): Date | null => {
  const own = learner ?? school
  if (rule.kind === 'date') {
    return momentAt(rule.at, rule.zone === 'school' ? school : own)
  }
  if (rule.kind === 'days') {
    const zone = cohort ? school : own
    const [day = ''] = clockIn(new Date(cohort?.startsAt ?? enrolledAt), zone).split('T')
    const then = new Date(Date.parse(`${day}T00:00Z`) + rule.days * DAY_MS)

    return momentAt(then.toISOString().slice(0, 16), zone)
  }

  return null
}

/** The moment for which a rule of time waits, which is not before its cohort starts; null for the other rules. */
const momentOf = (rule: ReleaseRule, standing: Standing, zones: Whose['zones']): Date | null => {
  const moment = namedMoment(rule, standing, zones)
  const start = standing.cohort && new Date(standing.cohort.startsAt)

  return moment && start && moment < start ? start : moment
}

/** The rule of a section or lesson as it holds for a learner: in a cohort a fixed date may be another one. */
export const ruleFor = (
  { id, release }: { id: string; release: null | ReleaseRule },
  standing: null | Standing,
): null | ReleaseRule => {
  const at = release?.kind === 'date' ? standing?.cohort?.dates[id] : undefined

  return at ? { at, kind: 'date', zone: 'school' } : release
}

type Place = { lesson?: string; section: number }

const isDone = (lessons: readonly RuledLesson[]): boolean => {
  const required = lessons.filter(({ isRequired }) => isRequired)

  return (required.length > 0 ? required : lessons).every(({ completed }) => completed)
}

const lessonNeeds = (
  lesson: RuledLesson | undefined,
  percent: null | number = null,
): Needs | null => {
  const isMet = !lesson || (percent === null ? lesson.completed : (lesson.percent ?? -1) >= percent)

  return isMet ? null : { id: lesson.id, kind: 'lesson', percent, title: lesson.title }
}

/** What is still missing of a rule; null where nothing is, or where what it names is not there any more. */
const missingOf = (
  { line, sections }: Pick<Asked, 'line' | 'sections'>,
  rule: ReleaseRule,
  { lesson, section: at }: Place,
): Needs | null => {
  if (rule.kind === 'grade') {
    return lessonNeeds(
      line.find(({ id }) => id === rule.lesson),
      rule.percent,
    )
  }
  if (rule.kind !== 'after') {
    return null
  }
  if (rule.lesson || (lesson && !rule.section)) {
    const here = line.findIndex(({ id }) => id === lesson)

    return lessonNeeds(rule.lesson ? line.find(({ id }) => id === rule.lesson) : line[here - 1])
  }
  const section = rule.section ? sections.find(({ id }) => id === rule.section) : sections[at - 1]

  return !section || isDone(section.lessons)
    ? null
    : { id: section.id, kind: 'section', percent: null, title: section.title }
}

type Asked = {
  /** All lessons in their order. */
  line: readonly RuledLesson[]
  /** What rules of time came to already, by their words. */
  moments: Map<string, Date | null>
  now: Date
  sections: readonly RuledSection[]
  standing: Standing
  zones: Whose['zones']
}

/** A course of three hundred lessons has few rules of time, or many alike: each is counted once. */
const momentIn = (rule: ReleaseRule, { moments, standing, zones }: Asked): Date | null => {
  if (rule.kind !== 'date' && rule.kind !== 'days') {
    return null
  }
  const words = rule.kind === 'days' ? String(rule.days) : `${rule.at} ${rule.zone}`
  const known = moments.get(words)
  const moment = known ?? momentOf(rule, standing, zones)
  if (!known) {
    moments.set(words, moment)
  }

  return moment
}

const unmet = (rule: null | ReleaseRule, place: Place, asked: Asked): Entitlement | null => {
  if (!rule) {
    return null
  }
  const moment = momentIn(rule, asked)
  if (moment) {
    return moment > asked.now ? closed('notYet', { opensAt: moment.toISOString() }) : null
  }
  const needs = missingOf(asked, rule, place)

  return needs && closed(needs.percent === null ? 'after' : 'grade', { needs })
}

/** Of what still holds a lesson back, what is told: what its section waits for, and of two times the later one. */
const firstOf = (section: Entitlement | null, lesson: Entitlement | null): Entitlement | null =>
  section?.opensAt && lesson?.opensAt && lesson.opensAt > section.opensAt
    ? lesson
    : (section ?? lesson)

/**
 * For every lesson of a course whether it is open to whoever asks at `now`, and why: the one rule by which all
 * that shows or serves a lesson decides. A preview is open to everybody, everything to authors; else the course
 * must be open to the learner, and the rules of section and lesson must be met. What a learner has begun, or what
 * was opened to them once, stays open however the course is changed later.
 */
export const entitlementsOf = (
  sections: readonly RuledSection[],
  whose: Whose,
  now: Date,
): Map<string, Entitlement> => {
  const lock = courseLock(whose, now)
  const { standing, zones } = whose
  const line = sections.flatMap(({ lessons }) => lessons)
  const moments = new Map<string, Date | null>()
  const asked = standing && { line, moments, now, sections, standing, zones }
  const entitle = (lesson: RuledLesson, section: RuledSection, at: number): Entitlement => {
    const { id, isBegun, isPreview, release, released } = lesson
    if (whose.isAuthor) {
      return open('author')
    }
    if (lock || !asked) {
      return isPreview ? open('preview') : (lock ?? closed('enroll'))
    }
    if (!release && !section.release) {
      return open('enrolled')
    }
    if (released || isBegun) {
      return open(released === 'staff' ? 'override' : 'reached')
    }
    const held = firstOf(
      unmet(ruleFor(section, standing), { section: at }, asked),
      unmet(ruleFor(lesson, standing), { lesson: id, section: at }, asked),
    )

    return isPreview && held ? open('preview') : (held ?? open('enrolled'))
  }

  return new Map(
    sections.flatMap((section, at) =>
      section.lessons.map((lesson) => [lesson.id, entitle(lesson, section, at)]),
    ),
  )
}

/** Why all but the previews of a course are closed to who asks; null where its lessons are open or held back by rules. */
export const closedCourse = (whose: Whose, now: Date): Lock =>
  whose.isAuthor ? null : (courseLock(whose, now)?.lock ?? null)

/** The next moment at which time opens something; null where nothing waits for time alone. */
export const nextOpening = (entitlements: Iterable<Entitlement>): null | string =>
  [...entitlements]
    .flatMap(({ opensAt }) => opensAt ?? [])
    .reduce<null | string>((first, one) => (first && first <= one ? first : one), null)

/**
 * Whether it is news to a learner that a lesson has opened by its rules: a time that they waited for came at `since`
 * or after it, or what they did (`isAct`) opened a whole section or met a grade. A lesson that follows the one they
 * have just completed is before their eyes.
 */
export const isNews = (
  rules: { lesson: null | ReleaseRule; section: null | ReleaseRule },
  {
    isAct,
    since,
    standing,
    zones,
  }: Pick<Asked, 'standing' | 'zones'> & { isAct: boolean; since: Date | null },
): boolean => {
  const given = [rules.section, rules.lesson].filter((one) => one !== null)
  const came = given.some((rule) => {
    const moment = momentOf(rule, standing, zones)

    return since !== null && moment !== null && moment >= since
  })

  return (
    came ||
    (isAct && (rules.section?.kind === 'after' || given.some(({ kind }) => kind === 'grade')))
  )
}
