import type { Translatable } from './kinds'
import type { Segment } from './walk'

import { tagFault } from './inline'
import { withTexts } from './walk'

/** A translated text, and the text it was translated from. */
export type Entry = { from: string; text: string }

/** The texts of one document in one language, by the keys of its segments. */
export type Texts = Readonly<Record<string, Entry | undefined>>

/** Nobody translated it; it says what the source says; the source has changed since. */
export type State = 'current' | 'missing' | 'stale'

/** A segment with what there is of it in a language. `stored` is the key under which `entry` is kept. */
export type Translated = Segment & { entry?: Entry; state: State; stored?: string }

/** Every text of a document, in the order in which it is read; one that stands there twice is listed once. */
export const segmentsOf = (kind: Translatable, doc: object): Segment[] => {
  const found = new Map<string, Segment>()
  withTexts(kind, doc, (segment) => {
    if (!found.has(segment.key)) {
      found.set(segment.key, segment)
    }

    return undefined
  })

  return [...found.values()]
}

/** The formatted text that a key belongs to; null for the key of anything else. */
const textOfKey = (key: string): null | string =>
  key.includes('#') ? key.slice(0, key.lastIndexOf('#')) : null

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** How much two texts have in common, 0 to 1: twice the words they share over all they have (Sørensen and Dice). */
const likeness = (one: string, other: string): number => {
  const [ours, theirs] = [wordsOf(one), wordsOf(other)]
  const left = [...theirs]
  const shared = ours.filter((word) => {
    const at = left.indexOf(word)

    return at >= 0 && left.splice(at, 1)
  })

  return (2 * shared.length) / (ours.length + theirs.length || 1)
}

/** A paragraph that shares less with another is a new one rather than that one rewritten. */
const LEAST_LIKE = 0.5

/**
 * What there is of each segment. A paragraph that was rewritten takes the translation of the one it is
 * most like, among those that the text has no more.
 */
export const compare = (segments: readonly Segment[], texts: Texts): Translated[] => {
  const known = new Set(segments.map(({ key }) => key))
  const left = new Map(
    Object.entries(texts).flatMap(([key, entry]): [string, Entry][] =>
      entry && textOfKey(key) !== null && !known.has(key) ? [[key, entry]] : [],
    ),
  )

  return segments.map((segment) => {
    const stored = texts[segment.key] ? segment.key : mostLike(segment, left)
    const entry = stored === undefined ? undefined : texts[stored]
    if (stored === undefined || !entry) {
      return { ...segment, state: 'missing' }
    }
    left.delete(stored)

    return { ...segment, entry, state: entry.from === segment.text ? 'current' : 'stale', stored }
  })
}

const mostLike = ({ key, text }: Segment, left: ReadonlyMap<string, Entry>): string | undefined => {
  const [best] = [...left]
    .filter(([other]) => textOfKey(other) === textOfKey(key))
    .map(([other, { from }]) => ({ like: likeness(from, text), other }))
    .filter(({ like }) => like >= LEAST_LIKE)
    .sort((one, two) => two.like - one.like)

  return best?.other
}

/** The segments of a document with what there is of them in the language of `texts`. */
export const statesOf = (kind: Translatable, doc: object, texts: Texts): Translated[] =>
  compare(segmentsOf(kind, doc), texts)

/**
 * A document in the language of `texts`. Each text for itself: what nobody translated stays in the
 * language it was written in, and what is out of date is better than that.
 */
export const translated = <Doc extends object>(kind: Translatable, doc: Doc, texts: Texts): Doc => {
  const said = new Map(
    statesOf(kind, doc, texts).flatMap(({ entry, key, node, text }): [string, string][] =>
      entry && !(node && tagFault(text, entry.text)) ? [[key, entry.text]] : [],
    ),
  )

  return said.size === 0 ? doc : withTexts(kind, doc, ({ key }) => said.get(key))
}

/** How far a translation is, in texts. */
export type Extent = { current: number; stale: number; total: number }

export const extentOf = (states: readonly Pick<Translated, 'state'>[]): Extent => ({
  current: states.filter(({ state }) => state === 'current').length,
  stale: states.filter(({ state }) => state === 'stale').length,
  total: states.length,
})
