import { nodesIn, withNodes, type TextNode } from '../textNodes'

const fileOf = ({ type, value }: TextNode): null | string =>
  type === 'upload' && typeof value === 'string' ? value : null

/** The ids of the files that a rich text names without showing them yet, each once; `text` is a Lexical state, or anything. */
export const uploadsIn = (text: unknown): string[] => [
  ...new Set(nodesIn(text).flatMap((node) => fileOf(node) ?? [])),
]

/** The same text with the files in the place of their ids, ready to be shown; one that is not among `files` becomes null. */
export const withUploads = <Given>(text: Given, files: ReadonlyMap<string, unknown>): Given =>
  withNodes(text, (node) => {
    const file = fileOf(node)

    return file ? { ...node, value: files.get(file) ?? null } : node
  })
