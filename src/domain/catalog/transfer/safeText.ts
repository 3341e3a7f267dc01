import { embedOf } from '@/domain/media/embeds'

import { isNode, isReference } from './references'
import { isSafeLink } from './safeLink'

type Node = Readonly<Record<string, unknown>>

/** What a formatted text is made of, as the editor writes it. Anything else has no business in one. */
const NODES = new Set([
  'autolink',
  'block',
  'heading',
  'horizontalrule',
  'inlineBlock',
  'linebreak',
  'link',
  'list',
  'listitem',
  'paragraph',
  'quote',
  'root',
  'tab',
  'table',
  'tablecell',
  'tablerow',
  'text',
  'upload',
])

const BLOCKS = new Set(['callout', 'codeSample', 'columns', 'embed', 'equation'])
const INLINE_BLOCKS = new Set(['inlineEquation'])

/** Deeper than any text is; what is nested deeper is meant to exhaust whoever reads it. */
const DEEPEST = 60

/** Whether a formatted text from elsewhere holds nothing but what the editor could have written. */
export const isSafeText = (value: unknown): boolean => isTextAt(value, 0)

const isTextAt = (value: unknown, depth: number): boolean =>
  isNode(value) && isNode(value.root) && value.root.type === 'root' && isSafeNode(value.root, depth)

const isSafeNode = (node: unknown, depth: number): boolean => {
  if (!isNode(node) || depth > DEEPEST || !NODES.has(String(node.type))) {
    return false
  }
  const { children } = node

  return (
    holdsOwn(node, depth) &&
    (children === undefined ||
      (Array.isArray(children) && children.every((child) => isSafeNode(child, depth + 1))))
  )
}

/** Whether what a node holds beside its children is what its type may hold. */
const holdsOwn = (node: Node, depth: number): boolean => {
  const { type, fields, text, value } = node
  switch (type) {
    case 'autolink':
    case 'link':
      return isNode(fields) && fields.doc === undefined && isSafeLink(fields.url)
    case 'block':
      return isNode(fields) && BLOCKS.has(String(fields.blockType)) && isSafeBlock(fields, depth)
    case 'inlineBlock':
      return (
        isNode(fields) && INLINE_BLOCKS.has(String(fields.blockType)) && isSafeBlock(fields, depth)
      )
    case 'text':
      return typeof text === 'string' && isPlain(node)
    case 'upload':
      return node.relationTo === 'media' && isReference(value) && value.$ref.startsWith('media-')
    default:
      return value === undefined || typeof value === 'number'
  }
}

/** Texts within a text: a block's columns. */
const COLUMNS = ['first', 'second', 'third']

/** Whether a block holds words, or in columns further texts, and no more. */
const isSafeBlock = (fields: Node, depth: number): boolean =>
  Object.entries(fields).every(
    ([name, one]) =>
      one === null ||
      typeof one !== 'object' ||
      (fields.blockType === 'columns' && COLUMNS.includes(name) && isTextAt(one, depth + 1)),
  ) &&
  (fields.blockType !== 'embed' ||
    fields.url === undefined ||
    (typeof fields.url === 'string' && embedOf(fields.url) !== null))

const isPlain = (node: Node): boolean =>
  Object.values(node).every((one) => one === null || typeof one !== 'object')
