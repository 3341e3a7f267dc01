import type { ReleaseRule } from '../catalog/release'
import type { Needs, Place, RuledCourse, RuledLesson, RuledSection } from './releases/needs'
import type { Standing, Whose } from './standing'

import { momentOf } from './releases/moments'
import { missingOf } from './releases/needs'

/** Why a lesson is closed to whoever asks, or null where it is open. */
export type Lock =
  'after' | 'ended' | 'enroll' | 'grade' | 'notYet' | 'paused' | 'revoked' | 'signIn' | null

/** Why a lesson is open. */
type Because = 'author' | 'enrolled' | 'override' | 'preview' | 'reached'

/** Whether a lesson is open, and why, or why not; `opensAt` is ISO 8601 where a time is waited for. */
export type Entitlement = {
  because: Because | null
  lock: Lock
  needs: Needs | null
  opensAt: null | string
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

/** The rule of a section or lesson as it holds for a learner: in a cohort a fixed date may be another one. */
export const ruleFor = (
  { id, release }: { id: string; release: null | ReleaseRule },
  standing: null | Standing,
): null | ReleaseRule => {
  const at = release?.kind === 'date' ? standing?.cohort?.dates[id] : undefined

  return at ? { at, kind: 'date', zone: 'school' } : release
}

type Asked = RuledCourse & {
  /** What rules of time came to already, by their words. */
  moments: Map<string, Date | null>
  now: Date
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
