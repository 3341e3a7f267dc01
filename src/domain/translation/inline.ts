/** A node of a Lexical state. */
export type Node = { [name: string]: unknown; children?: Node[]; text?: string; type?: string }

/** Nodes that stand within a line. */
const INLINE = new Set(['autolink', 'inlineBlock', 'linebreak', 'link', 'tab', 'text'])

export const isInline = ({ type }: Node): boolean => INLINE.has(type ?? '')

const isPlain = ({ type, detail, format, mode, style }: Node): boolean =>
  type === 'text' && !format && !detail && !style && (mode ?? 'normal') === 'normal'

/** What writes a tag where text is meant, such as `<1>` in a lesson on XLIFF, is kept apart by a backslash. */
const TAG = /(?<!\\)<(\/?)(\d{1,4})(\/?)>/g
const escaped = (text: string): string => text.replace(/\\?<(?=\/?\d{1,4}\/?>)/g, '\\<')
const unescaped = (text: string): string => text.replace(/\\<(?=\/?\d{1,4}\/?>)/g, '<')

type Found = { nodes: Map<number, Node>; text: string }

/**
 * A line of inline nodes as text. What has a form of its own is a numbered tag, as in XLIFF: `<1>…</1>`
 * around formatted words and links, `<2/>` for what has no words. Line breaks and tabs are themselves.
 */
export const inlineText = (children: readonly Node[]): string => read(children).text

const read = (children: readonly Node[]): Found => {
  const nodes = new Map<number, Node>()
  const walk = (line: readonly Node[]): string =>
    line
      .map((node) => {
        if (isPlain(node)) {
          return escaped(node.text ?? '')
        }
        if (node.type === 'linebreak' || node.type === 'tab') {
          return node.type === 'tab' ? '\t' : '\n'
        }
        const number = nodes.size + 1
        nodes.set(number, node)
        const within =
          node.type === 'text' ? escaped(node.text ?? '') : node.children && walk(node.children)

        return within === undefined ? `<${number}/>` : `<${number}>${within}</${number}>`
      })
      .join('')
  const text = walk(children)

  return { nodes, text }
}

/** What is wrong with the tags of a translation. */
export type TagFault = 'crossed' | 'missing' | 'surplus'

const tagsIn = (text: string): { closing: boolean; empty: boolean; number: string }[] =>
  [...text.matchAll(TAG)].map(([, closing, number = '', empty]) => ({
    closing: closing === '/',
    empty: empty === '/',
    number,
  }))

const shapes = (text: string): string[] =>
  tagsIn(text).map(
    ({ closing, empty, number }) => `${closing ? '/' : ''}${number}${empty ? '/' : ''}`,
  )

/** In which tag each tag stands, by number; null where they cross. */
const places = (text: string): Map<string, string> | null => {
  const open: string[] = []
  const found = new Map<string, string>()
  for (const { closing, empty, number } of tagsIn(text)) {
    if (closing && open.pop() !== number) {
      return null
    }
    if (!closing) {
      found.set(number, open.at(-1) ?? '')
      open.push(...(empty ? [] : [number]))
    }
  }

  return open.length > 0 ? null : found
}

const isCrossed = (source: string, text: string): boolean => {
  const [wanted, given] = [places(source), places(text)]

  return !given || [...given].some(([number, place]) => wanted?.get(number) !== place)
}

/** Null where a translation has each tag of its source once, inside the one it stood in; beside each other they may change places. */
export const tagFault = (source: string, text: string): null | TagFault => {
  const [wanted, given] = [shapes(source), shapes(text)]
  if (wanted.some((tag) => !given.includes(tag))) {
    return 'missing'
  }
  if (given.length > wanted.length || new Set(given).size < given.length) {
    return 'surplus'
  }

  return isCrossed(source, text) ? 'crossed' : null
}

const textNode = (text: string): Node => ({
  type: 'text',
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  text,
  version: 1,
})

/** Words with their line breaks and tabs, as nodes. */
const words = (text: string): Node[] =>
  unescaped(text)
    .split(/([\n\t])/)
    .filter(Boolean)
    .map((piece) =>
      piece === '\n'
        ? { type: 'linebreak', version: 1 }
        : piece === '\t'
          ? { ...textNode('\t'), type: 'tab', detail: 2 }
          : textNode(piece),
    )

/** Words in the form of a text node of the source. */
const formed = (node: Node, text: string): Node[] =>
  words(text).map((piece) => (piece.type === 'text' ? { ...node, text: piece.text } : piece))

/**
 * The inline nodes that say `text` in the forms of `children`. Text without any fault of `tagFault`
 * gives every form of the source once; one that has faults is not for this.
 */
export const inlineNodes = (children: readonly Node[], text: string): Node[] => {
  const { nodes } = read(children)
  const fill = (within: string): Node[] => {
    const made: Node[] = []
    let rest = within
    for (let tag = firstTag(rest); tag; tag = firstTag(rest)) {
      made.push(...words(rest.slice(0, tag.start)), ...one(nodes.get(tag.number), tag.within))
      rest = rest.slice(tag.end)
    }

    return [...made, ...words(rest)]
  }
  const one = (node: Node | undefined, within: null | string): Node[] => {
    if (!node) {
      return within === null ? [] : fill(within)
    }
    if (within === null) {
      return [node]
    }

    return node.type === 'text' ? formed(node, within) : [{ ...node, children: fill(within) }]
  }

  return fill(text)
}

type Tag = { end: number; number: number; start: number; within: null | string }

const firstTag = (text: string): Tag | undefined => {
  const found = new RegExp(TAG.source).exec(text)
  if (!found) {
    return undefined
  }
  const [all, , number, empty] = found
  const close = `</${number}>`
  const start = found.index
  const inside = start + all.length
  const at = empty ? -1 : text.indexOf(close, inside)

  return {
    end: at < 0 ? inside : at + close.length,
    number: Number(number),
    start,
    within: at < 0 ? null : text.slice(inside, at),
  }
}
