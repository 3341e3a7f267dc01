import type { Node } from './inline'
import type { Part, Translatable } from './kinds'

import { digestOf } from './digest'
import { inlineNodes, inlineText, isInline } from './inline'
import { KINDS, TEXT_BLOCKS } from './kinds'

/** A field on the way to a text: in which of its elements, counted from 0, and of which block. */
export type Step = { at?: number; block?: string; name: string }

/**
 * A text of a document. `key` names it as long as the document has it: by field and element, and a
 * piece of a formatted text, which has no name, by its own words. `node` is what such a piece is.
 */
export type Segment = {
  isLine: boolean
  key: string
  node?: string
  path: readonly Step[]
  text: string
}

/** What stands in the place of a text; undefined leaves it as it is. */
export type Say = (segment: Segment) => string | undefined

type Place = { key: string; path: readonly Step[] }
type Row = Record<string, unknown>

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null

const below = ({ key, path }: Place, step: Step, name = step.name): Place => ({
  key: key ? `${key}.${name}` : name,
  path: [...path, step],
})

/** The document with each of its texts as `say` would have it. Nothing else of it changes. */
export const withTexts = <Doc extends object>(kind: Translatable, doc: Doc, say: Say): Doc =>
  inParts(KINDS[kind], doc as Row, { key: '', path: [] }, say) as Doc

const inParts = (parts: readonly Part[], row: Row, place: Place, say: Say): Row =>
  parts.reduce<Row>((made, part) => {
    const before = row[part.name]
    const after = inPart(part, before, place, say)

    return after === before ? made : { ...made, [part.name]: after }
  }, row)

const inPart = (part: Part, value: unknown, place: Place, say: Say): unknown => {
  if (part.type === 'blocks' || part.type === 'rows') {
    return Array.isArray(value) ? inElements(part, value as unknown[], place, say) : value
  }
  const here = below(place, { name: part.name })
  if (part.type === 'group') {
    return isRow(value) ? inParts(part.parts, value, here, say) : value
  }
  if (part.type === 'rich') {
    return isRow(value) && isRow(value.root)
      ? changed(value, 'root', inNode(value.root, here, say))
      : value
  }

  return typeof value === 'string' && value.trim()
    ? (say({ ...here, isLine: part.type === 'line', text: value }) ?? value)
    : value
}

const changed = (row: Row, name: string, value: unknown): Row =>
  value === row[name] ? row : { ...row, [name]: value }

const same = (before: readonly unknown[], after: readonly unknown[]): boolean =>
  before.every((one, at) => one === after[at])

type Elements = Extract<Part, { type: 'blocks' | 'rows' }>

const inElements = (part: Elements, values: unknown[], place: Place, say: Say): unknown[] => {
  const made = values.map((value, at) => {
    if (!isRow(value) || typeof value.id !== 'string') {
      return value
    }
    const block = part.type === 'blocks' ? String(value.blockType) : undefined
    const parts = part.type === 'rows' ? part.parts : part.blocks[block ?? '']
    const step = { name: part.name, at, ...(block && { block }) }

    return parts
      ? inParts(parts, value, below(place, step, `${part.name}.${value.id}`), say)
      : value
  })

  return same(values, made) ? values : made
}

/** Walks a Lexical state: a node whose children all stand in one line is a text, any other is looked into. */
const inNode = (node: Node, place: Place, say: Say): Node => {
  if (node.type === 'block') {
    return inBlock(node, place, say)
  }
  const { children } = node
  if (!Array.isArray(children) || children.length === 0) {
    return node
  }
  if (children.every(isInline)) {
    return inLine({ ...node, children }, node, place, say)
  }
  const made = children.map((child) => inNode(child, place, say))

  return same(children, made) ? node : { ...node, children: made }
}

const inLine = (
  { children }: { children: Node[] },
  node: Node,
  { key, path }: Place,
  say: Say,
): Node => {
  const text = inlineText(children)
  if (!/[\p{L}\p{N}]/u.test(text.replace(/<\/?\d+\/?>/g, ''))) {
    return node
  }
  const said = say({
    isLine: false,
    key: `${key}#${digestOf(text)}`,
    node: node.type ?? 'paragraph',
    path,
    text,
  })

  return said === undefined || said === text
    ? node
    : { ...node, children: inlineNodes(children, said), direction: null }
}

const inBlock = (node: Node, place: Place, say: Say): Node => {
  const fields = node.fields
  if (!isRow(fields) || typeof fields.id !== 'string') {
    return node
  }
  const block = String(fields.blockType)
  const [last] = place.path.slice(-1)
  const path = last ? [...place.path.slice(0, -1), { ...last, block }] : place.path
  const here = { key: `${place.key}.${fields.id}`, path }
  const made = inParts(TEXT_BLOCKS[block] ?? [], fields, here, say)

  return made === fields ? node : { ...node, fields: made }
}
