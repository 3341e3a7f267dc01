/** What a text or a list of resources leads to: an address of the web, or a document of the school. */
export type Link = { address: string } | { collection: string; id: string }

type Node = {
  doc?: unknown
  linkType?: unknown
  relationTo?: unknown
  type?: unknown
  url?: unknown
  value?: unknown
}

type Relation = { id: string } | string

const referenceOf = (given: unknown): Link[] => {
  const { relationTo, value } = (given ?? {}) as Node
  if (typeof relationTo !== 'string' || !value) {
    return []
  }
  const relation = value as Relation

  return [{ id: typeof relation === 'string' ? relation : relation.id, collection: relationTo }]
}

const linksOf = (node: Node): Link[] => {
  if (node.linkType === 'internal') {
    return referenceOf(node.doc)
  }
  if (node.type === 'relationship') {
    return referenceOf(node)
  }

  return typeof node.url === 'string' && /^(?:https?:\/)?\//i.test(node.url)
    ? [{ address: node.url }]
    : []
}

/** Every link that stands in a rich text, its blocks or a list of resources, in order, each once. */
export const linksIn = (value: unknown): Link[] => {
  const found = new Map<string, Link>()
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) {
      node.forEach(walk)
    } else if (typeof node === 'object' && node !== null) {
      for (const link of linksOf(node)) {
        found.set(JSON.stringify(link), link)
      }
      // What an internal link leads to may stand in it, links and all.
      Object.entries(node).forEach(([key, inner]) => key !== 'doc' && walk(inner))
    }
  }
  walk(value)

  return [...found.values()]
}

/** The path of a page that a link leads to at the school itself, whose `hosts` these are; null where it leads elsewhere. */
export const ownPath = (address: string, hosts: readonly string[]): null | string => {
  const isRelative = address.startsWith('/') && !address.startsWith('//')
  const base = `https://${hosts[0] ?? 'school.invalid'}`
  if (!URL.canParse(address, base)) {
    return null
  }
  const { hostname, pathname } = new URL(address, base)

  return isRelative || hosts.includes(hostname) ? pathname : null
}
