import type { CompletionRule } from '../catalog/lessons/kinds'
import type { Span } from './spans'

import { fitsKind, isLessonKind, KIND_RULES } from '../catalog/lessons/kinds'

/** Percent of a lesson, of its unique seconds or pages, from which it is complete where its author says nothing else. */
const COMPLETE_AT = 90

/** Half a millisecond, which arithmetic on seconds may lose. */
const ROUNDING = 0.0005

/** Whether enough of a lesson was seen, in its own measure; one of unknown length is never complete by watching. */
export const isWatched = ({
  duration,
  percent = COMPLETE_AT,
  seconds,
}: {
  duration: number
  percent?: number
  seconds: number
}): boolean => duration > 0 && seconds >= (duration * percent) / 100 - ROUNDING

/** Whole percent of the required lessons, rounded down, so that 100 means every one of them; 0 of none. */
export const percentDone = ({ all, done }: { all: number; done: number }): number =>
  all > 0 ? Math.floor((Math.min(done, all) * 100) / all) : 0

/** What a learner does to complete a lesson; `percent` is the share that `seen` asks for. */
export type Completion = { percent: number; rule: CompletionRule }

type Given = {
  /** Seconds or pages, as the kind counts. */
  length: null | number
  kind: string
  percent?: null | number
  rule?: null | string
}

/**
 * What completes a lesson: the rule its author chose, where it fits the kind, else the kind's own. What
 * is measured but has no known length cannot be measured, so its learner says when it is done.
 */
export const completionOf = ({ kind, length, percent, rule }: Given): Completion => {
  const { completions, measure } = KIND_RULES[isLessonKind(kind) ? kind : 'text']
  const chosen = fitsKind(rule, kind) ? rule : completions[0]
  const isUnknown = (chosen === 'seen' || (chosen === 'end' && measure !== null)) && !length

  return { percent: percent ?? COMPLETE_AT, rule: isUnknown ? 'manual' : chosen }
}

/**
 * Whether what was seen completes a lesson. A session that was missed is made good by its recording; the
 * end of what has pages is its last page.
 */
export const completesBySeeing = ({
  completion: { percent, rule },
  length,
  seconds,
  spans,
}: {
  completion: Completion
  length: number
  seconds: number
  spans: readonly Span[]
}): boolean => {
  if (rule === 'end') {
    return length > 0 && spans.some(([from, to]) => from < length && to >= length)
  }

  return (
    (rule === 'seen' || rule === 'attended') && isWatched({ duration: length, percent, seconds })
  )
}
