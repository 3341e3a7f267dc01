type Node = {
  children?: unknown
  fields?: unknown
  relationTo?: unknown
  type?: unknown
  value?: unknown
}

type Text = { root: unknown }

/** A document that a text points at by its id alone: `[collection, id]`. */
export type TextLink = [collection: string, id: string]

/** What a reader needs of a document that a text points at. */
export type LinkedDocument = { slug: string; title: string }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

const isText = (value: unknown): value is Text => isNode(value) && 'root' in value

const linkIn = ({ relationTo, value }: Node): null | TextLink =>
  typeof relationTo === 'string' && typeof value === 'string' ? [relationTo, value] : null

/** Where a node keeps the document it points at: a relationship in itself, a link in its fields. */
const pointerOf = (node: Node): Node | null => {
  if (node.type === 'relationship') {
    return node
  }
  const doc =
    node.type === 'link' && isNode(node.fields) ? (node.fields as { doc?: unknown }).doc : null

  return isNode(doc) ? doc : null
}

/** The documents that a rich text points at and does not show yet; `text` is a Lexical state, or anything. */
export const linksIn = (text: unknown): TextLink[] => {
  const walk = (node: unknown): TextLink[] => {
    if (!isNode(node)) {
      return []
    }
    const link = linkIn(pointerOf(node) ?? {})
    const below = Array.isArray(node.children) ? node.children.flatMap(walk) : []

    return link ? [link, ...below] : below
  }

  return isText(text) ? walk(text.root) : []
}

/** The same text with the documents in the place of their ids, by `collection/id`; one that is not there becomes null. */
export const withLinks = <Given>(
  text: Given,
  documents: ReadonlyMap<string, LinkedDocument>,
): Given => {
  const resolved = (node: Node): Node => {
    const link = linkIn(node)

    return link ? { ...node, value: documents.get(link.join('/')) ?? null } : node
  }
  const walk = (node: unknown): unknown => {
    if (!isNode(node)) {
      return node
    }
    const pointer = pointerOf(node)
    const here = !pointer
      ? node
      : pointer === node
        ? resolved(node)
        : { ...node, fields: { ...(node.fields as object), doc: resolved(pointer) } }

    return {
      ...here,
      ...(Array.isArray(node.children) && { children: node.children.map(walk) }),
    }
  }

  return isText(text) ? { ...text, root: walk(text.root) } : text
}
