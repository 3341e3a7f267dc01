import { csvLine } from '../csv'
import { clockOf } from '../media/chapters'

/** A thought in words; a place to come back to; words that were marked. */
export const NOTE_KINDS = ['note', 'bookmark', 'highlight'] as const

export type NoteKind = (typeof NOTE_KINDS)[number]

export const LONGEST_NOTE = 5000

export const LONGEST_QUOTE = 1000

/** How much of what stands before and after a quote is kept, in characters. */
export const CONTEXT = 64

/** Words of a text, and what stood around them, by which they are found again. */
export type Anchor = { after: string; before: string; quote: string }

/** One note as its learner sees it. `second` is of the film, `anchor` in the text; neither where it is about the lesson. */
export type Note = {
  anchor: Anchor | null
  at: string
  course: { slug: string; title: string }
  id: string
  kind: NoteKind
  /** `isOpen` is false where the lesson is none of theirs any more. */
  lesson: { id: string; isOpen: boolean; title: string }
  second: null | number
  text: string
}

type Range = { end: number; start: number }

const sameEnd = (one: string, other: string): number => {
  let same = 0
  while (same < Math.min(one.length, other.length) && one.at(-1 - same) === other.at(-1 - same)) {
    same += 1
  }

  return same
}

const sameStart = (one: string, other: string): number => {
  let same = 0
  while (same < Math.min(one.length, other.length) && one[same] === other[same]) {
    same += 1
  }

  return same
}

/**
 * Where quoted words stand in a text now: of the places that have them, the one whose surroundings are most like those that were
 * kept. Null where the text does not say them any more.
 */
export const placeOfQuote = (text: string, { after, before, quote }: Anchor): null | Range => {
  let best: null | ({ likeness: number } & Range) = null
  for (
    let start = quote ? text.indexOf(quote) : -1;
    start >= 0;
    start = text.indexOf(quote, start + 1)
  ) {
    const end = start + quote.length
    const likeness =
      sameEnd(text.slice(Math.max(0, start - CONTEXT), start), before) +
      sameStart(text.slice(end, end + CONTEXT), after)
    if (!best || likeness > best.likeness) {
      best = { end, likeness, start }
    }
  }

  return best && { end: best.end, start: best.start }
}

/** The anchor of the words from `start` to `end` of a text; null where there are none, or too many. */
export const anchorOf = (text: string, { end, start }: Range): Anchor | null => {
  const quote = text.slice(start, end)

  return quote.trim() && quote.length <= LONGEST_QUOTE
    ? {
        after: text.slice(end, end + CONTEXT),
        before: text.slice(Math.max(0, start - CONTEXT), start),
        quote,
      }
    : null
}

const HEAD = ['course', 'lesson', 'kind', 'time', 'quote', 'note', 'written']

/** Notes as a table between commas, a line for each. */
export const notesTable = (notes: readonly Note[]): string =>
  csvLine(HEAD) +
  notes
    .map(({ anchor, at, course, kind, lesson, second, text }) =>
      csvLine([
        course.title,
        lesson.title,
        kind,
        second === null ? null : clockOf(second),
        anchor?.quote ?? null,
        text,
        at,
      ]),
    )
    .join('')

/** In Markdown, what is written as it is: signs that would make something of a line are kept from it. */
const plainly = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${plainly(line)}`)
    .join('\n')

/** Notes as Markdown: a heading for each course and lesson in the order given, below it the notes. */
export const notesMarkdown = (notes: readonly Note[]): string => {
  const lines: string[] = []
  let course = ''
  let lesson = ''
  for (const { anchor, course: of, lesson: within, second, text } of notes) {
    if (of.slug !== course) {
      lines.push(`# ${plainly(of.title)}`)
      lesson = ''
    }
    if (within.id !== lesson) {
      lines.push(`## ${plainly(within.title)}`)
    }
    course = of.slug
    lesson = within.id
    const clock = second === null ? [] : [`**${clockOf(second)}**`]
    lines.push(
      ...[
        ...(anchor ? [quoted(anchor.quote)] : []),
        [...clock, plainly(text)].join(' ').trim(),
      ].filter(Boolean),
    )
  }

  return lines.length > 0 ? `${lines.join('\n\n')}\n` : ''
}
