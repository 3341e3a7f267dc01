/** How many words a quick reader takes in within a second: 240 in a minute. */
const WORDS_A_SECOND = 4

/** Share of a quick reader's time that has to pass before a text counts as read: nobody leafs faster. */
const LEAST_SHARE = 0.25

/** Bounds of that time, in seconds: long enough to look, short enough to go on. */
const LEAST = 3
const MOST = 180

type Node = { children?: unknown; root?: unknown; text?: unknown }

/** The words of a rich text. */
export const wordsIn = (node: unknown): number => {
  if (Array.isArray(node)) {
    return node.reduce<number>((sum, one) => sum + wordsIn(one), 0)
  }
  if (typeof node !== 'object' || node === null) {
    return 0
  }
  const { children, root, text } = node as Node
  const own = typeof text === 'string' ? text.split(/\s+/).filter(Boolean).length : 0

  return own + wordsIn(children) + wordsIn(root)
}

/** Whole seconds that have to pass between the opening of a text and its end, before it counts as read. */
export const leastReading = (body: unknown): number =>
  Math.ceil(Math.min(Math.max((wordsIn(body) / WORDS_A_SECOND) * LEAST_SHARE, LEAST), MOST))
