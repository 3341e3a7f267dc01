import { leftOpen } from '@/domain/catalog/lessons/cues'
import type { FilmCue } from '@/operations/learning/filmCues'

/** A moment of a film that plays: where it is and where it was when it was last looked at, in seconds. */
type Moment = { before: number; now: number }

/** More than this between two looks is a jump, which passes what may be passed. */
const LONGEST_STEP = 2

const SLACK = 0.05

/**
 * The cue that a film stops for: the first that may not be passed, wherever behind it somebody is, else one that was just
 * reached and is not among those put off.
 */
export const dueCue = (
  cues: readonly FilmCue[],
  { before, now }: Moment,
  isPutOff: (id: string) => boolean,
): FilmCue | null => {
  const open = leftOpen(cues, ({ answered }) => answered)
  const held = open.find(({ at, isBlocking }) => isBlocking && at <= now + SLACK)
  const reached = open.find(
    ({ id, at }) =>
      at > before - SLACK && at <= now + SLACK && now - before < LONGEST_STEP && !isPutOff(id),
  )

  return reached && (!held || reached.at <= held.at) ? reached : (held ?? null)
}
