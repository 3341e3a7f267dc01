import fc from 'fast-check'

import type { Token } from './highlight'

import { tokensOf } from './highlight'

const textOf = (tokens: readonly Token[]): string =>
  tokens.map((token) => (typeof token === 'string' ? token : textOf(token.parts))).join('')

const typesOf = (tokens: readonly Token[]): string[] =>
  tokens.flatMap((token) =>
    typeof token === 'string' ? [] : [token.type, ...typesOf(token.parts)],
  )

describe('highlighted code', () => {
  it.each([
    ['TS', 'const a = 1 // one', ['keyword', 'number', 'comment']],
    ['python', 'def f(): return "x"', ['keyword', 'function', 'string']],
    ['html', '<b class="x">y</b>', ['tag', 'attr-name']],
    ['SQL', "select 'x' from t", ['keyword', 'string']],
  ])('knows the parts of %s', (language, code, types) => {
    expect(typesOf(tokensOf(code, language))).toEqual(expect.arrayContaining(types))
  })

  it('leaves code of no language we know as it is', () => {
    for (const language of ['', 'klingon', 'constructor', '__proto__', 'extend']) {
      expect(tokensOf('let x', language)).toEqual(['let x'])
    }
  })

  it('never changes a letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('ts', 'html', 'css', 'php'),
        (code, language) => {
          expect(textOf(tokensOf(code, language))).toBe(code)
        },
      ),
    )
  })
})
