import { isNode, namesRow } from './references'
import { isSafeLink } from './safeLink'

/** What becomes of the ids in a document. */
export type Naming = {
  /** The name of a row or block within the file. */
  element: (id: string) => string
  /** Where a link to a page or a course of the school leads; null where there is none any more, true to leave it as it is. */
  link: (id: string) => null | string | true
  /** The name of a row that comes along; undefined for any other. */
  row: (id: string) => string | undefined
}

type Node = Readonly<Record<string, unknown>>

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/**
 * A value of a document with names in the place of ids, keys in order, and nothing that says nothing. What names
 * a row that does not come along is left out.
 */
export const localize = (value: unknown, naming: Naming): unknown => {
  if (Array.isArray(value)) {
    return value.map((one) => localize(one, naming)).filter((one) => one !== undefined)
  }
  if (!isNode(value)) {
    return value ?? undefined
  }
  if (isNode(value.root)) {
    return inOrder({ ...value, root: textNode(value.root, naming)[0] })
  }

  return inOrder(
    Object.fromEntries(
      Object.entries(value).map(([key, inside]) => [key, entryOf(key, inside, value, naming)]),
    ),
  )
}

const entryOf = (key: string, inside: unknown, owner: Node, naming: Naming): unknown => {
  if (namesRow(key, owner)) {
    return Array.isArray(inside)
      ? inside.map((one) => reference(one, naming)).filter((one) => one !== undefined)
      : reference(inside, naming)
  }

  return key === 'id' && typeof inside === 'string'
    ? naming.element(inside)
    : localize(inside, naming)
}

const reference = (id: unknown, { row }: Naming): undefined | { $ref: string } => {
  const name = typeof id === 'string' ? row(id) : undefined

  return name === undefined ? undefined : { $ref: name }
}

const inOrder = (node: Node): Node =>
  Object.fromEntries(
    Object.keys(node)
      .filter((key) => node[key] !== undefined)
      .sort()
      .map((key) => [key, node[key]]),
  )

/** A node of a formatted text: itself, or what is left of it where it names what does not come along. */
const textNode = (node: Node, naming: Naming): Node[] => {
  const children = Array.isArray(node.children)
    ? node.children.filter(isNode).flatMap((child) => textNode(child, naming))
    : undefined
  const here = children ? { ...node, children } : node
  if (node.type === 'upload') {
    const file = reference(node.value, naming)

    return file ? [named({ ...here, value: file }, naming)] : []
  }
  if (node.type === 'relationship') {
    return naming.link(textOf(node.value)) === true ? [named(here, naming)] : []
  }
  if (isNode(node.fields) && isNode(node.fields.doc)) {
    return linkNode(here, node.fields, naming)
  }
  const isLost =
    (node.type === 'link' || node.type === 'autolink') &&
    !(isNode(node.fields) && isSafeLink(node.fields.url))

  return isLost ? (children ?? []) : [named(here, naming)]
}

/** A link to a document of the school becomes one to its address; without an address its words alone are left. */
const linkNode = (node: Node, fields: Node, naming: Naming): Node[] => {
  const { doc, ...rest } = fields
  const leads = naming.link(textOf(isNode(doc) ? doc.value : null))
  if (leads === true) {
    return [named(node, naming)]
  }

  return leads === null
    ? (node.children as Node[])
    : [named({ ...node, fields: { ...rest, linkType: 'custom', url: leads } }, naming)]
}

/** The node with names for itself and for the block it holds; in formatted text null says something. */
const named = (node: Node, naming: Naming): Node => {
  const { element } = naming
  const texts = (fields: Node): Node =>
    Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [
        key,
        isNode(value) && isNode(value.root) ? localize(value, naming) : value,
      ]),
    )
  const rename = (one: Node): Node =>
    inOrder(typeof one.id === 'string' ? { ...one, id: element(one.id) } : one)

  return rename({ ...node, ...(isNode(node.fields) && { fields: rename(texts(node.fields)) }) })
}
