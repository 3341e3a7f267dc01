/** A stretch of video that was seen, in seconds from its start: `[from, to)`. */
export type Span = readonly [from: number, to: number]

/** More stretches than any honest viewing leaves; beyond it the shortest are forgotten. */
export const MOST_SPANS = 500

const milli = (seconds: number): number => Math.round(seconds * 1000) / 1000

/**
 * Sorted stretches, none touching another, that cover exactly what `spans` covered of a video of
 * `duration` seconds, to the millisecond. What is empty, backwards or outside the video counts nothing.
 */
export const mergeSpans = (spans: readonly Span[], duration: number): Span[] => {
  const inside = spans
    .map(([from, to]): Span => [milli(Math.max(from, 0)), milli(Math.min(to, duration))])
    .filter(([from, to]) => to > from)
    .toSorted(([a], [b]) => a - b)
  const merged: [number, number][] = []
  for (const [from, to] of inside) {
    const last = merged.at(-1)
    if (last && from <= last[1]) {
      last[1] = Math.max(last[1], to)
    } else {
      merged.push([from, to])
    }
  }

  return longest(merged)
}

const longest = (spans: Span[]): Span[] =>
  spans.length <= MOST_SPANS
    ? spans
    : spans
        .toSorted((a, b) => lengthOf(b) - lengthOf(a))
        .slice(0, MOST_SPANS)
        .toSorted(([a], [b]) => a - b)

const lengthOf = ([from, to]: Span): number => to - from

/** Seconds that merged stretches cover: a minute seen twice counts once, a skipped one not at all. */
export const secondsSeen = (merged: readonly Span[]): number =>
  milli(merged.reduce((total, span) => total + lengthOf(span), 0))

/** Share of the video seen, 0 to 1; 0 where its length is unknown. */
export const shareSeen = (seconds: number, duration: number): number =>
  duration > 0 ? Math.min(seconds / duration, 1) : 0
