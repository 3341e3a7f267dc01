/** Where in a video somebody is, in seconds, and when that was so. */
export type Position = { at: Date; seconds: number }

/** So near the end the video counts as over, and opens at its beginning again; in seconds. */
const OVER_WITHIN = 5

/**
 * When a reported position was true: `at` is the client's time in ms, never taken to lie in the
 * future, so that a fast clock cannot shut out every report after it; without it, now.
 */
export const reportedAt = ({ at, now }: { at?: number; now: Date }): Date =>
  at === undefined || at > now.getTime() ? now : new Date(at)

/** The newer of two positions: a report that was under way for long moves nobody backwards. */
export const laterPosition = (stored: null | Position, reported: Position): Position =>
  stored && stored.at > reported.at ? stored : reported

/** A position inside a video of `duration` seconds; where the length is unknown, any from 0. */
export const withinVideo = (seconds: number, duration: number): number =>
  Math.max(duration > 0 ? Math.min(seconds, duration) : seconds, 0)

/** Where a video opens: where it was left, or at the beginning when it was left at its end. */
export const resumeFrom = (seconds: number, duration: number): number =>
  duration > 0 && seconds >= duration - OVER_WITHIN ? 0 : Math.max(seconds, 0)
