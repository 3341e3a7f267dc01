type Node = { children?: unknown; root?: unknown; text?: unknown }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Characters as readers count them: an accent or a flag belongs to one. */
const characters = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The words of a text in one line, at most `most` characters: cut between words where one ends in the second half, with an ellipsis. */
export const cutText = (text: string, most: number): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  // No character is longer than this; the rest of an endless text need not be looked at.
  const all = [...characters.segment(line.slice(0, most * 24))].map(({ segment }) => segment)
  if (all.length <= most) {
    return line.length <= most * 24 ? line : `${all.join('').trimEnd()}…`
  }
  const kept = all.slice(0, most - 1).join('')
  const end = all[most - 1] === ' ' ? kept.length : kept.lastIndexOf(' ')

  return `${kept.slice(0, end > kept.length / 2 ? end : undefined).replace(/[\s,;:–—-]+$/u, '')}…`
}

/** The words of a Lexical state, without its form; empty for anything else. */
export const wordsOf = (richText: unknown): string => {
  const walk = (node: unknown): string[] => {
    if (!isNode(node)) {
      return []
    }
    const below = Array.isArray(node.children) ? node.children.flatMap(walk) : []

    return typeof node.text === 'string'
      ? [node.text, ...below]
      : below.concat(below.length > 0 ? ' ' : [])
  }

  return isNode(richText) ? walk(richText.root).join('').replace(/\s+/g, ' ').trim() : ''
}

/** Search engines show about so many characters. */
const DESCRIPTION = 160

/** What search results and previews say of a page: the first of the texts that says anything, in one line of 160 characters. */
export const descriptionFrom = (...texts: (null | string | undefined)[]): string =>
  cutText(texts.find((text) => text?.trim()) ?? '', DESCRIPTION)
