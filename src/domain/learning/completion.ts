/** Share of a video, of its unique seconds, from which its lesson is complete. */
const COMPLETE_AT = 0.9

/** Half a millisecond, which arithmetic on seconds may lose. */
const ROUNDING = 0.0005

/** Whether enough of a video was seen; one of unknown length is never complete by watching. */
export const isWatched = ({ duration, seconds }: { duration: number; seconds: number }): boolean =>
  duration > 0 && seconds >= duration * COMPLETE_AT - ROUNDING

/** Whole percent of the required lessons, rounded down, so that 100 means every one of them; 0 of none. */
export const percentDone = ({ all, done }: { all: number; done: number }): number =>
  all > 0 ? Math.floor((Math.min(done, all) * 100) / all) : 0

/** What the learner does to complete a lesson: watch it, pass its quiz, or say so. */
export type Completion = 'byQuiz' | 'bySaying' | 'byWatching'

/** A video that has no known length cannot be measured, so its learner says when it is done. */
export const completionOf = ({
  duration,
  kind,
}: {
  duration: null | number
  kind: string
}): Completion => {
  if (kind === 'quiz') {
    return 'byQuiz'
  }

  return kind === 'video' && (duration ?? 0) > 0 ? 'byWatching' : 'bySaying'
}
