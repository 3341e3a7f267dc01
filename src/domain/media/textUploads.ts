type Node = { children?: unknown; type?: unknown; value?: unknown }

type Text = { root: unknown }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

const isText = (value: unknown): value is Text => isNode(value) && 'root' in value

const fileOf = ({ type, value }: Node): null | string =>
  type === 'upload' && typeof value === 'string' ? value : null

/** The ids of the files that a rich text names without showing them yet, each once; `text` is a Lexical state, or anything. */
export const uploadsIn = (text: unknown): string[] => {
  const walk = (node: unknown): string[] => {
    if (!isNode(node)) {
      return []
    }
    const file = fileOf(node)
    const below = Array.isArray(node.children) ? node.children.flatMap(walk) : []

    return file ? [file, ...below] : below
  }

  return isText(text) ? [...new Set(walk(text.root))] : []
}

/** The same text with the files in the place of their ids, ready to be shown; one that is not among `files` becomes null. */
export const withUploads = <Given>(text: Given, files: ReadonlyMap<string, unknown>): Given => {
  const walk = (node: unknown): unknown => {
    if (!isNode(node)) {
      return node
    }
    const file = fileOf(node)

    return {
      ...node,
      ...(Array.isArray(node.children) && { children: node.children.map(walk) }),
      ...(file && { value: files.get(file) ?? null }),
    }
  }

  return isText(text) ? { ...text, root: walk(text.root) } : text
}
