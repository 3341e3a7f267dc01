import type { ShownUser } from '@/operations/identity/shownUser'

import type { LessonView } from './lessonView'
import type { Locked } from './outline'

/** What a lesson page shows of one learner; the rest of it is the same for everyone who is enrolled. */
export type LessonLearner = Pick<LessonView, 'allowance' | 'attempts' | 'now' | 'unpaid'> & {
  /** Until when the course is open to the learner (ISO 8601); null is for good, or for visitors. */
  accessUntil: null | string
  /** Ids of the course's lessons that are complete. */
  completed: string[]
  /** The cohort in whose discussion the learner is; null where there is none. */
  discussion: null | string
  /** The lesson whose page it is. */
  lesson: string
  /** Lessons of the course that are closed to the learner, by their ids, and why. */
  locks: Record<string, Locked>
  /** Second of the video at which to go on. */
  resumeAt: number
  /** Share of the video that was seen, 0 to 1. */
  share: number
  /** Null for visitors. */
  user: null | ShownUser
}

/** The learner's part of a lesson's view. */
export const learnerOf = (view: LessonView, user: null | ShownUser): LessonLearner => ({
  accessUntil: view.enrollment?.accessUntil ?? null,
  allowance: view.allowance,
  attempts: view.attempts,
  completed: view.sections
    .flatMap(({ lessons }) => lessons)
    .filter(({ completed }) => completed)
    .map(({ id }) => id),
  discussion: view.enrollment?.discussion ?? null,
  lesson: view.lesson.id,
  locks: Object.fromEntries(
    view.sections
      .flatMap(({ lessons }) => lessons)
      .filter(({ locked }) => locked)
      .map(({ id, lockedReason, needs, opensAt }) => [id, { lockedReason, needs, opensAt }]),
  ),
  now: view.now,
  resumeAt: view.progress.resumeAt,
  share: view.progress.share,
  unpaid: view.unpaid,
  user,
})

/** Everybody's part of a lesson's view: two who are enrolled, in the same edition or in none, get the same, to the letter. */
export const sharedOf = ({ sections, ...view }: LessonView) => {
  const { completion, course, edition, endedAt, enrollment } = view
  const { lesson, lock, needs, next, opensAt, previous } = view

  return {
    completion,
    course,
    edition,
    endedAt,
    isEnrolled: enrollment !== null,
    lesson,
    lock,
    needs,
    next,
    opensAt,
    previous,
    sections: sections.map(({ lessons, ...section }) => ({
      ...section,
      lessons: lessons.map(({ id, duration, isPreview, isRequired, kind, title }) => ({
        id,
        duration,
        isPreview,
        isRequired,
        kind,
        title,
      })),
    })),
  }
}

/** A lesson as its page shows it to everyone who is enrolled. */
export type SharedLesson = ReturnType<typeof sharedOf>

/** A line of its curriculum. */
export type SharedOutlineLesson = SharedLesson['sections'][number]['lessons'][number]
