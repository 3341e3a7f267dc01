import type { LessonKind } from '../lessons/kinds'
import type { ReleaseRule } from '../release'
import type { Arrangement } from './arrangement'

/** Drafted, live, or live with changes that are not. */
type LessonState = 'changed' | 'draft' | 'published'

/** A lesson as its author's curriculum lists it: what its newest version says; `duration` in seconds. */
export type CurriculumLesson = {
  duration: null | number
  id: string
  /** Whether a learner has begun it: such a lesson stays in its course. */
  isBegun: boolean
  /** Whether it has what its kind is about: a video, a quiz with questions, a text. */
  isFilled: boolean
  isPreview: boolean
  isRequired: boolean
  kind: LessonKind
  /** When it opens to a learner; null is at once. */
  release: null | ReleaseRule
  state: LessonState
  title: string
}

export type CurriculumSection = {
  id: string
  lessons: CurriculumLesson[]
  release: null | ReleaseRule
  title: string
}

/** A course as its author builds it. `version` names the order of sections and lessons at that moment. */
export type CurriculumTree = {
  course: { id: string; slug: null | string; title: string }
  sections: CurriculumSection[]
  version: string
}

/** The order of a curriculum without what it says. */
export const arrangementOf = (
  sections: readonly { id: string; lessons: readonly { id: string }[] }[],
): Arrangement =>
  sections.map(({ id, lessons }) => ({ id, lessons: lessons.map((lesson) => lesson.id) }))

/** The same sections and lessons in the order of an arrangement that holds all of them. */
export const arranged = (
  sections: readonly CurriculumSection[],
  arrangement: Arrangement,
): CurriculumSection[] => {
  const lessons = new Map(
    sections.flatMap((one) => one.lessons.map((lesson) => [lesson.id, lesson])),
  )
  const before = new Map(sections.map((one) => [one.id, one]))

  return arrangement.map((branch) => ({
    id: branch.id,
    lessons: branch.lessons.flatMap((id) => lessons.get(id) ?? []),
    release: before.get(branch.id)?.release ?? null,
    title: before.get(branch.id)?.title ?? '',
  }))
}

/** How long lessons take together, in seconds. */
export const secondsOf = (lessons: readonly { duration: null | number }[]): number =>
  lessons.reduce((sum, { duration }) => sum + (duration ?? 0), 0)
