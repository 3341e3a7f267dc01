import { describe, expect, it } from '@jest/globals'

import type { Block, Span } from './markup'

import { blocksIn, excerptOf } from './markup'

const text = (of: string): Span => ({ kind: 'text', text: of })
const line = (of: string): Span[] => {
  const [block] = blocksIn(of)

  return block && block.kind === 'paragraph' ? (block.lines[0] ?? []) : []
}
const textOf = (block: Block): string =>
  block.kind === 'code'
    ? block.text
    : (block.kind === 'list' ? block.items : block.lines)
        .flatMap((spans) => spans.map((span) => span.text))
        .join('')

describe('what somebody wrote', () => {
  it('is paragraphs, lists, quotes and code', () => {
    expect(
      blocksIn('One\nline\n\nTwo\n- a\n* b\n3. c\n4) d\n> said\n```js\n- x\n\n<b>\n```\nEnd'),
    ).toEqual([
      { kind: 'paragraph', lines: [[text('One')], [text('line')]] },
      { kind: 'paragraph', lines: [[text('Two')]] },
      { items: [[text('a')], [text('b')]], kind: 'list', ordered: false, start: 1 },
      { items: [[text('c')], [text('d')]], kind: 'list', ordered: true, start: 3 },
      { kind: 'quote', lines: [[text('said')]] },
      { kind: 'code', text: '- x\n\n<b>' },
      { kind: 'paragraph', lines: [[text('End')]] },
    ])
  })

  it('keeps code whose end is missing', () => {
    expect(blocksIn('```\nlet a')).toEqual([{ kind: 'code', text: 'let a' }])
  })

  it.each<[string, Span[]]>([
    ['**a** b', [{ kind: 'strong', text: 'a' }, text(' b')]],
    ['*a* `*b*`', [{ kind: 'emphasis', text: 'a' }, text(' '), { kind: 'code', text: '*b*' }]],
    ['2 * 3 * 4', [text('2 * 3 * 4')]],
    ['a ** b', [text('a ** b')]],
    ['`', [text('`')]],
    ['<script>alert(1)</script>', [text('<script>alert(1)</script>')]],
  ])('sets %p', (given, spans) => {
    expect(line(given)).toEqual(spans)
  })

  it.each<[string, null | string]>([
    ['see https://a.test/b?c=d#e.', 'https://a.test/b?c=d#e'],
    ['(https://a.test/b)', 'https://a.test/b'],
    ['https://a.test/b_(c)', 'https://a.test/b_(c)'],
    ['[here](https://a.test/)', 'https://a.test/'],
    ['[write](mailto:ada@a.test)', 'mailto:ada@a.test'],
    ['[x](javascript:alert(1))', null],
    ['[x](data:text/html,hi)', null],
    ['[x](//a.test)', null],
    ['[x](/admin)', null],
    ['https://', null],
    ['xhttps://a.test', null],
  ])('finds in %p the link %p', (given, href) => {
    const links = line(given).flatMap((span) => (span.kind === 'link' ? [span.href] : []))
    expect(links).toEqual(href ? [href] : [])
  })

  it('is neither lost nor slow, whatever signs it has', () => {
    const signs = [
      '[',
      '](',
      ')',
      '*',
      '**',
      '`',
      'a',
      ' ',
      'https://',
      '<',
      '- ',
      '1. ',
      '> ',
      '.',
    ]
    for (let round = 0; round < 300; round += 1) {
      const given = Array.from(
        { length: 30 },
        (_, at) => signs[(round * 7 + at * (round + 3)) % signs.length],
      ).join('')
      const shown = blocksIn(given).map(textOf).join('')
      expect(shown.match(/a/g) ?? []).toHaveLength((given.match(/a/g) ?? []).length)
    }
    for (const sign of signs) {
      expect(blocksIn(sign.repeat(3000))).toBeDefined()
    }
  })
})

describe('how a text begins', () => {
  it.each([
    ['**Hello** [you](https://a.test)\n\n- one\n- two', 80, 'Hello you one · two'],
    ['One two three four', 12, 'One two…'],
    ['Onetwothreefour', 8, 'Onetwot…'],
  ])('of %p in %p characters is %p', (given, most, shown) => {
    expect(excerptOf(given, most)).toBe(shown)
  })
})
