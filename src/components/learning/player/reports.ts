import { mergeSpans, type Span } from '@/domain/learning/spans'

/** What a player has to tell the server: spans and position in seconds, `at` in ms of the server's clock. */
export type Report = { at: number; lesson: string; position: number; spans: readonly Span[] }

/** The most spans that one report may carry. */
const MOST_SPANS = 200

/** The most lessons whose reports wait in a browser. */
const MOST_LESSONS = 20

/** Adds a report to those that wait, one for each lesson: spans are united, the later position stands. */
export const withReport = (waiting: readonly Report[], report: Report): Report[] => {
  const before = waiting.find(({ lesson }) => lesson === report.lesson)
  const later = before && before.at > report.at ? before : report
  const spans = mergeSpans([...(before?.spans ?? []), ...report.spans], Infinity)

  return [...waiting.filter((one) => one !== before), { ...later, spans: longest(spans) }].slice(
    -MOST_LESSONS,
  )
}

/** Takes out a report that has arrived; one that grew while it was under way stays, and is told again. */
export const withoutReport = (
  waiting: readonly Report[],
  { at, lesson }: Pick<Report, 'at' | 'lesson'>,
): Report[] => waiting.filter((one) => one.lesson !== lesson || one.at > at)

const longest = (spans: Span[]): Span[] =>
  spans.length <= MOST_SPANS
    ? spans
    : spans.toSorted(([a, b], [c, d]) => d - c - (b - a)).slice(0, MOST_SPANS)

const isNumber = (value: unknown): value is number => typeof value === 'number' && isFinite(value)

const isSpan = (value: unknown): value is Span =>
  Array.isArray(value) && value.length === 2 && value.every(isNumber)

const isReport = (value: unknown): value is Report =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  isNumber(value.at) &&
  'lesson' in value &&
  typeof value.lesson === 'string' &&
  'position' in value &&
  isNumber(value.position) &&
  'spans' in value &&
  Array.isArray(value.spans) &&
  value.spans.every(isSpan)

/** Reads waiting reports from text; whatever is no report is left out. */
export const reportsIn = (text: null | string): Report[] => {
  try {
    const kept: unknown = JSON.parse(text ?? '[]')

    return Array.isArray(kept) ? kept.filter(isReport) : []
  } catch {
    return []
  }
}
