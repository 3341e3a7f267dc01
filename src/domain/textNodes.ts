/** A node of a Lexical state, of whatever kind. */
export type TextNode = {
  children?: unknown
  fields?: unknown
  relationTo?: unknown
  type?: unknown
  value?: unknown
}

type Text = { root: unknown }

export const isNode = (value: unknown): value is TextNode =>
  typeof value === 'object' && value !== null

const isText = (value: unknown): value is Text => isNode(value) && 'root' in value

/** The texts that stand inside a block of a text: its columns. */
const textsOf = ({ type, fields }: TextNode): [name: string, text: Text][] =>
  type === 'block' && isNode(fields)
    ? Object.entries(fields).filter((field): field is [string, Text] => isText(field[1]))
    : []

/** Every node of a rich text, in the order of reading, those of its blocks' own texts too; `text` is a Lexical state, or anything. */
export const nodesIn = (text: unknown): TextNode[] => {
  const walk = (node: unknown): TextNode[] =>
    isNode(node)
      ? [
          node,
          ...(Array.isArray(node.children) ? node.children.flatMap(walk) : []),
          ...textsOf(node).flatMap(([, inner]) => walk(inner.root)),
        ]
      : []

  return isText(text) ? walk(text.root) : []
}

/** The same text with each of its nodes as `say` would have it. */
export const withNodes = <Given>(text: Given, say: (node: TextNode) => TextNode): Given => {
  const walk = (node: unknown): unknown => {
    if (!isNode(node)) {
      return node
    }
    const inner = textsOf(node).map(([name, own]) => [name, withNodes(own, say)] as const)

    return say({
      ...node,
      ...(Array.isArray(node.children) && { children: node.children.map(walk) }),
      ...(inner.length > 0 && {
        fields: { ...(node.fields as object), ...Object.fromEntries(inner) },
      }),
    })
  }

  return isText(text) ? { ...text, root: walk(text.root) } : text
}
