import { filesIn, withFiles } from './filesIn'

const file = (id: string) => ({ id, alt: `Shows ${id}`, filename: `${id}.png` })

const doc = {
  cover: file('a'),
  layout: [
    { blockType: 'hero', image: file('b') },
    { blockType: 'callToAction', heading: 'Go' },
    { blockType: 'richText', content: { root: { children: [{ type: 'upload', value: file('a') }] } } },
  ],
  title: 'A page',
}

describe('the files of a document', () => {
  it('are found at any depth, each once', () => {
    expect(filesIn(doc)).toEqual(['a', 'b'])
    expect(filesIn({ alt: 'not a file', title: null })).toEqual([])
    expect(filesIn(null)).toEqual([])
  })

  it('are changed in their places, and nothing else is', () => {
    const made = withFiles(doc, (one) => (one.id === 'a' ? { ...one, alt: 'Другое' } : one))

    expect(made).toMatchObject({
      cover: { alt: 'Другое', filename: 'a.png' },
      layout: [
        { image: { alt: 'Shows b' } },
        { heading: 'Go' },
        { content: { root: { children: [{ value: { alt: 'Другое' } }] } } },
      ],
      title: 'A page',
    })
    expect(made.layout[1]).toBe(doc.layout[1])
    expect(withFiles(doc, (one) => one)).toBe(doc)
  })
})
