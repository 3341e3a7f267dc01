import { isNode, nodesIn, withNodes, type TextNode } from '../textNodes'

/** A document that a text points at by its id alone: `[collection, id]`. */
export type TextLink = [collection: string, id: string]

/** What a reader needs of a document that a text points at. */
export type LinkedDocument = { slug: string; title: string }

const linkIn = ({ relationTo, value }: TextNode): null | TextLink =>
  typeof relationTo === 'string' && typeof value === 'string' ? [relationTo, value] : null

/** Where a node keeps the document it points at: a relationship in itself, a link in its fields. */
const pointerOf = (node: TextNode): null | TextNode => {
  if (node.type === 'relationship') {
    return node
  }
  const doc =
    node.type === 'link' && isNode(node.fields) ? (node.fields as { doc?: unknown }).doc : null

  return isNode(doc) ? doc : null
}

/** The documents that a rich text points at and does not show yet; `text` is a Lexical state, or anything. */
export const linksIn = (text: unknown): TextLink[] =>
  nodesIn(text).flatMap((node) => {
    const link = linkIn(pointerOf(node) ?? {})

    return link ? [link] : []
  })

/** The same text with the documents in the place of their ids, by `collection/id`; one that is not there becomes null. */
export const withLinks = <Given>(
  text: Given,
  documents: ReadonlyMap<string, LinkedDocument>,
): Given => {
  const resolved = (node: TextNode): TextNode => {
    const link = linkIn(node)

    return link ? { ...node, value: documents.get(link.join('/')) ?? null } : node
  }

  return withNodes(text, (node) => {
    const pointer = pointerOf(node)
    if (!pointer) {
      return node
    }

    return pointer === node
      ? resolved(node)
      : { ...node, fields: { ...(node.fields as object), doc: resolved(pointer) } }
  })
}
