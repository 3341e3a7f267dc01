import type { PathStep } from '../catalog/pathSteps'

/** What a locked step waits for: a course to complete, or how many more required ones. */
type StepNeeds = { course: string; kind: 'course' } | { kind: 'count'; left: number }

type WalkedStep = PathStep & {
  needs: null | StepNeeds
  state: 'done' | 'locked' | 'open'
}

export type Walk = {
  done: number
  isComplete: boolean
  /** Of the steps that count, whole numbers from 0 to 100. */
  percent: number
  /** How many steps count: the required ones, or all of them where none is. */
  required: number
  steps: WalkedStep[]
}

/**
 * How far a learner is on a path. A completed course is done, whatever order it was done in and whether its step is
 * open. A course that is not there any more and was not completed is no step: it holds nobody up, and what was completed
 * of it stays. Complete is a path of which every required step is done, or every step where none is required; a path
 * without steps never is.
 */
export const walked = ({
  completed,
  gone = new Set(),
  steps: all,
}: {
  completed: ReadonlySet<string>
  /** Courses that nobody can take any more. */
  gone?: ReadonlySet<string>
  steps: readonly PathStep[]
}): Walk => {
  const steps = all.filter(({ course }) => completed.has(course) || !gone.has(course))
  const required = steps.filter(({ isRequired }) => isRequired)
  const counting = required.length > 0 ? required : steps
  const done = counting.filter(({ course }) => completed.has(course)).length
  const needsOf = ({ count, unlock }: PathStep, at: number): null | StepNeeds => {
    const before = steps[at - 1]
    if (unlock === 'after') {
      return before && !completed.has(before.course)
        ? { course: before.course, kind: 'course' }
        : null
    }
    const left = unlock === 'count' ? Math.min(count ?? 0, counting.length) - done : 0

    return left > 0 ? { kind: 'count', left } : null
  }

  return {
    done,
    isComplete: counting.length > 0 && done === counting.length,
    percent: counting.length > 0 ? Math.floor((done * 100) / counting.length) : 0,
    required: counting.length,
    steps: steps.map((step, at): WalkedStep => {
      if (completed.has(step.course)) {
        return { ...step, needs: null, state: 'done' }
      }
      const needs = needsOf(step, at)

      return { ...step, needs, state: needs ? 'locked' : 'open' }
    }),
  }
}
