type Node = { children?: unknown; text?: unknown; type?: unknown }

const wordsOf = ({ children, text }: Node): string =>
  typeof text === 'string'
    ? text
    : Array.isArray(children)
      ? (children as Node[]).map(wordsOf).join('')
      : ''

/** A formatted text without the heading that it opens with, where that says no more than the title above it. */
export const withoutOpening = <Content extends { root: { children: unknown[] } }>(
  content: Content,
  title: string,
): Content => {
  const [first, ...rest] = content.root.children as Node[]
  const isRepeated =
    first?.type === 'heading' && wordsOf(first).trim().toLowerCase() === title.trim().toLowerCase()

  return isRepeated ? { ...content, root: { ...content.root, children: rest } } : content
}
