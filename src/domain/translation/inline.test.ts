import { describe, expect, it } from '@jest/globals'

import type { Node } from './inline'

import { inlineNodes, inlineText, tagFault } from './inline'

const plain = (text: string): Node => ({
  type: 'text',
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  text,
  version: 1,
})
const bold = (text: string): Node => ({ ...plain(text), format: 1 })
const link = (...children: Node[]): Node => ({ type: 'link', children, fields: { url: '/x' } })

describe('a line with formatted words', () => {
  const line = [
    plain('Read '),
    link(plain('the '), bold('whole'), plain(' story')),
    plain(' first.'),
  ]

  it('numbers what has a form of its own', () => {
    expect(inlineText(line)).toBe('Read <1>the <2>whole</2> story</1> first.')
  })

  it('takes the forms along to where the other language has the words', () => {
    expect(inlineNodes(line, 'Сначала <1>прочтите <2>всю</2> историю</1>.')).toEqual([
      plain('Сначала '),
      link(plain('прочтите '), bold('всю'), plain(' историю')),
      plain('.'),
    ])
  })

  it('keeps what has no words, and line breaks', () => {
    const badge = { type: 'inlineBlock', fields: { id: 'b' } }
    const mixed = [plain('One'), { type: 'linebreak', version: 1 }, badge, plain(' two')]

    expect(inlineText(mixed)).toBe('One\n<1/> two')
    expect(inlineNodes(mixed, 'Два <1/>\nодин')).toEqual([
      plain('Два '),
      badge,
      { type: 'linebreak', version: 1 },
      plain('один'),
    ])
  })

  it('takes a tag that an author wrote for text', () => {
    const written = [plain('Write <1>so</1>.')]
    const text = inlineText(written)

    expect(tagFault(text, 'Ohne Marken.')).toBeNull()
    expect(inlineNodes([...written], text)).toEqual(written)
  })
})

describe('the tags of a translation', () => {
  const source = 'Read <1>the <2>whole</2> story</1><3/>.'

  it.each([
    ['stand where its words are', '<3/><1><2>Всю</2> историю</1> прочтите.', null],
    ['are all there', 'Прочтите <1>всю историю</1><3/>.', 'missing'],
    ['close', 'Прочтите <1><2>всю</2> историю<3/>.', 'missing'],
    ['come once', '<3/><3/><1><2>Всю</2> историю</1>', 'surplus'],
    ['are those of the source', '<1><2>Всю</2> историю</1><3/><4/>', 'surplus'],
    ['do not cross', '<1>Всю <2>историю</1> прочтите</2><3/>', 'crossed'],
    ['stay inside each other', '<2><1>Всю</1> историю</2><3/>', 'crossed'],
  ] as const)('%s', (_, text, fault) => {
    expect(tagFault(source, text)).toBe(fault)
  })
})
