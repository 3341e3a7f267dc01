import { uploadsIn } from './uploadsIn'

const state = (...children: unknown[]) => ({ root: { type: 'root', children } })

describe('uploadsIn', () => {
  it('finds the files of a text, however deep, each once', () => {
    const image = { type: 'upload', value: 'a' }
    const list = { type: 'list', children: [{ type: 'listitem', children: [image] }] }

    expect(uploadsIn(state(image, list, { type: 'upload', value: { id: 'b' } }))).toEqual(['a', 'b'])
  })

  it('finds none in a text without files, and in what is no text', () => {
    expect(uploadsIn(state({ type: 'paragraph', children: [] }))).toEqual([])
    expect(uploadsIn(null)).toEqual([])
    expect(uploadsIn('text')).toEqual([])
  })
})
