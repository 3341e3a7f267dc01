import { uploadsIn } from './uploadsIn'

const state = (...children: unknown[]) => ({ root: { children, type: 'root' } })

describe('uploadsIn', () => {
  it('finds the files of a text, however deep, each once', () => {
    const image = { type: 'upload', value: 'a' }
    const list = { children: [{ children: [image], type: 'listitem' }], type: 'list' }

    expect(uploadsIn(state(image, list, { type: 'upload', value: { id: 'b' } }))).toEqual(['a', 'b'])
  })

  it('finds none in a text without files, and in what is no text', () => {
    expect(uploadsIn(state({ children: [], type: 'paragraph' }))).toEqual([])
    expect(uploadsIn(null)).toEqual([])
    expect(uploadsIn('text')).toEqual([])
  })
})
