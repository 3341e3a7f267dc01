/** A run of text in a line; nothing in it is markup any more. */
export type Span =
  | { href: string; kind: 'link'; text: string }
  | { kind: 'code' | 'emphasis' | 'strong' | 'text'; text: string }

/** What a text is made of: paragraphs and quotes by lines, lists by items, code as it was written. */
export type Block =
  | { items: Span[][]; kind: 'list'; ordered: boolean; start: number }
  | { kind: 'code'; text: string }
  | { kind: 'paragraph' | 'quote'; lines: Span[][] }

const FENCE = '```'
const BULLET = /^[-*•] +(\S.*)$/
const NUMBER = /^(\d{1,9})[.)] +(\S.*)$/
const QUOTE = /^> ?(.*)$/

/** Where a link may lead: pages and mail, never a script. */
const ADDRESS = /^(?:https?:\/\/[^\s/?#]+|mailto:[^\s@]+@)/i

/** What ends a sentence rather than the address in it. */
const TRAILING = /[.,;:!?'"»”)\]]+$/

type Found = { length: number; span: Span }

const linked = (text: string, href: string, length: number): Found | null =>
  ADDRESS.test(href) ? { length, span: { href, kind: 'link', text } } : null

/** An address as it stands in a text, without the signs that follow it; a closing bracket stays where it has its opening one. */
const bareAddress = (rest: string): Found | null => {
  const [whole] = /^https?:\/\/[^\s<>]+/i.exec(rest) ?? []
  if (!whole) {
    return null
  }
  const isClosed = whole.includes('(') && whole.endsWith(')')
  const address = isClosed ? whole : whole.replace(TRAILING, '')

  return linked(address, address, address.length)
}

const named = (rest: string): Found | null => {
  const [whole, text, href] = /^\[([^[\]\n]{1,300})\]\(([^\s()]{1,2000})\)/.exec(rest) ?? []

  return whole && text && href ? linked(text, href, whole.length) : null
}

/** What stands between two marks of one kind, directly, and not on its own. */
const between = (rest: string, mark: string, kind: 'code' | 'emphasis' | 'strong') => {
  const end = rest.indexOf(mark, mark.length)
  const text = rest.slice(mark.length, end)
  const isMeant = end > mark.length && (kind === 'code' || text.trim() === text)

  return isMeant ? { length: end + mark.length, span: { kind, text } } : null
}

const MARKS = [
  ['`', 'code'],
  ['**', 'strong'],
  ['*', 'emphasis'],
] as const

/** What begins here, if anything but plain text does. */
const spanAt = (rest: string): Found | null => {
  if (rest.startsWith('[')) {
    return named(rest)
  }
  if (/^https?:/i.test(rest)) {
    return bareAddress(rest)
  }
  const mark = MARKS.find(([sign]) => rest.startsWith(sign))

  return mark ? between(rest, mark[0], mark[1]) : null
}

/** Signs at which something may begin. */
const SIGNS = /[[`*]|\bhttps?:/gi

/** A line as runs of text. A mark without its partner is a sign like any other. */
const spansOf = (line: string): Span[] => {
  const spans: Span[] = []
  const say = (text: string) => {
    if (text) {
      spans.push({ kind: 'text', text })
    }
  }
  let from = 0
  const signs = new RegExp(SIGNS)
  for (let sign = signs.exec(line); sign; sign = signs.exec(line)) {
    const found = spanAt(line.slice(sign.index))
    if (found) {
      say(line.slice(from, sign.index))
      spans.push(found.span)
      from = sign.index + found.length
      signs.lastIndex = from
    }
  }
  say(line.slice(from))

  return spans
}

type Kind = { kind: 'bullet' | 'number' | 'paragraph' | 'quote'; start: number; text: string }

const kindOf = (line: string): Kind => {
  const [, bullet] = BULLET.exec(line) ?? []
  if (bullet !== undefined) {
    return { kind: 'bullet', start: 1, text: bullet }
  }
  const [, number, item] = NUMBER.exec(line) ?? []
  if (number !== undefined && item !== undefined) {
    return { kind: 'number', start: Number(number), text: item }
  }
  const [, quoted] = QUOTE.exec(line) ?? []

  return quoted === undefined
    ? { kind: 'paragraph', start: 1, text: line }
    : { kind: 'quote', start: 1, text: quoted }
}

/** Lines of one kind that follow each other, as a block. */
const blockOf = ([first, ...rest]: readonly [Kind, ...Kind[]]): Block => {
  const lines = [first, ...rest].map(({ text }) => spansOf(text))

  return first.kind === 'paragraph' || first.kind === 'quote'
    ? { kind: first.kind, lines }
    : { items: lines, kind: 'list', ordered: first.kind === 'number', start: first.start }
}

const blocksOf = (lines: readonly string[]): Block[] => {
  const groups: [Kind, ...Kind[]][] = []
  let open: [Kind, ...Kind[]] | null = null
  for (const line of lines) {
    const kind = kindOf(line.trim())
    if (line.trim() === '') {
      open = null
    } else if (open?.[0].kind === kind.kind) {
      open.push(kind)
    } else {
      open = [kind]
      groups.push(open)
    }
  }

  return groups.map(blockOf)
}

/**
 * What somebody wrote, as blocks: an empty line parts two paragraphs, `-` or `1.` begins an item of a list, `>` a quote,
 * three backticks open and close code, `**strong**`, `*emphasis*`, `` `code` `` and `[words](https://…)` are set, and
 * addresses are links. There is no other markup: everything else is the text that it is.
 */
export const blocksIn = (text: string): Block[] => {
  const blocks: Block[] = []
  let plain: string[] = []
  let code: null | string[] = null
  for (const line of text.split('\n')) {
    const isFence = line.trim().startsWith(FENCE)
    if (code && isFence) {
      blocks.push({ kind: 'code', text: code.join('\n') })
      code = null
    } else if (code) {
      code.push(line)
    } else if (isFence) {
      blocks.push(...blocksOf(plain))
      plain = []
      code = []
    } else {
      plain.push(line)
    }
  }

  return [
    ...blocks,
    ...(code ? [{ kind: 'code' as const, text: code.join('\n') }] : blocksOf(plain)),
  ]
}

const wordsOf = (lines: readonly Span[][], between: string): string =>
  lines.map((spans) => spans.map(({ text }) => text).join('')).join(between)

const plainOf = (block: Block): string => {
  switch (block.kind) {
    case 'code':
      return block.text
    case 'list':
      return wordsOf(block.items, ' · ')
    case 'paragraph':
    case 'quote':
      return wordsOf(block.lines, ' ')
  }
}

/** How a text begins, on one line and without markup; cut at a word where it is longer than `most` characters. */
export const excerptOf = (text: string, most: number): string => {
  const words = blocksIn(text).map(plainOf).join(' ').replace(/\s+/g, ' ').trim()
  if (words.length <= most) {
    return words
  }
  const cut = words.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')

  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, '')}…`
}
