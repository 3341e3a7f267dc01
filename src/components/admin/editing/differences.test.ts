import { describe, expect, it } from '@jest/globals'

import { differencesOf, textOf } from './differences'

const body = (...lines: string[]) => ({
  root: {
    children: lines.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] })),
  },
})

describe('what differs between a form and what stands', () => {
  it('is told by field, in words', () => {
    expect(
      differencesOf(
        { body: body('One', 'Two'), isPreview: true, title: 'Mine' },
        { body: body('One'), isPreview: true, title: 'Theirs' },
      ),
    ).toEqual([
      { field: 'body', mine: 'One\nTwo', theirs: 'One' },
      { field: 'title', mine: 'Mine', theirs: 'Theirs' },
    ])
  })

  it('is nothing that a machine wrote, nor how deep a relation was read, nor an empty field', () => {
    expect(
      differencesOf(
        { cover: 'm1', editor: 'a', summary: '', updatedAt: '1' },
        {
          cover: { id: 'm1', filename: 'a.png', updatedAt: '3' },
          editor: 'b',
          summary: null,
          updatedAt: '2',
        },
      ),
    ).toEqual([])
  })

  it('is no list without rows, of which a form holds the number', () => {
    expect(differencesOf({ resources: 0 }, { resources: [] })).toEqual([])
    expect(differencesOf({ resources: 0 }, { resources: [{ title: 'a' }] })).toHaveLength(1)
  })

  it('shows lists as they are kept', () => {
    expect(textOf([{ title: 'a', url: '' }])).toBe('[\n  {\n    "title": "a"\n  }\n]')
    expect([null, undefined, 3, false].map(textOf)).toEqual(['', '', '3', 'false'])
  })
})
