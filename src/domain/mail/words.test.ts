import { describe, expect, it } from '@jest/globals'

import { fillPlaceholders, paragraphsOf, PLACEHOLDERS, strayBraces } from './words'

describe('the words of a mail', () => {
  it('may name what the mail knows, and nothing else', () => {
    expect(
      strayBraces({ kind: 'enrolled', text: 'Welcome to {course}, {name} of {school}' }),
    ).toEqual([])
    expect(strayBraces({ kind: 'reset', text: 'Welcome to {course}, {name}' })).toEqual([
      '{course}',
    ])
    expect(strayBraces({ kind: 'receipt', text: '{total}{Total}{ total }{}' })).toEqual([
      '{Total}',
      '{ total }',
      '{}',
    ])
  })

  it('may hold no brace without a partner', () => {
    expect(strayBraces({ kind: 'confirm', text: '{name' })).toEqual(['{'])
    expect(strayBraces({ kind: 'confirm', text: 'name}' })).toEqual(['}'])
    expect(strayBraces({ kind: 'confirm', text: '{{name}}' })).toEqual(['{', '}'])
  })

  it('can greet by name and school in every mail', () => {
    for (const known of Object.values(PLACEHOLDERS)) {
      expect(known).toEqual(expect.arrayContaining(['name', 'school']))
    }
  })
})

describe('filling placeholders', () => {
  it('puts each value in its place, everywhere', () => {
    expect(fillPlaceholders('{a}, {b} and {a}', { a: '1', b: '2' })).toBe('1, 2 and 1')
  })

  it('reads no value as words of its own', () => {
    expect(fillPlaceholders('{a}', { a: '{b} $1 $&', b: 'secret' })).toBe('{b} $1 $&')
    expect(fillPlaceholders('[{toString}]', {})).toBe('[]')
  })

  it('leaves no gap where a value is empty', () => {
    expect(fillPlaceholders('Welcome, {name}. Begin', { name: '' })).toBe('Welcome,. Begin')
    expect(fillPlaceholders('Thank you {name}, all is well', { name: '' })).toBe(
      'Thank you, all is well',
    )
  })
})

describe('the paragraphs of a body', () => {
  it('are parted by empty lines, and keep their own lines', () => {
    expect(paragraphsOf('One\nand more\r\n \r\n\n\nTwo\n')).toEqual([['One', 'and more'], ['Two']])
    expect(paragraphsOf(' \n\n ')).toEqual([])
  })
})
