type Node = { children?: unknown; type?: unknown; value?: unknown }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** The ids of the files that a rich text shows, each once; `text` is a Lexical state, or anything. */
export const uploadsIn = (text: unknown): string[] => {
  const found = new Set<string>()
  const walk = (node: unknown): void => {
    if (!isNode(node)) {
      return
    }
    if (node.type === 'upload') {
      const { value } = node
      const id = isNode(value) && 'id' in value ? value.id : value
      if (typeof id === 'string') {
        found.add(id)
      }
    }
    if (Array.isArray(node.children)) {
      node.children.forEach(walk)
    }
  }
  walk(isNode(text) && 'root' in text ? text.root : undefined)

  return [...found]
}
