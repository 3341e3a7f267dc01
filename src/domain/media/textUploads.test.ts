import { uploadsIn, withUploads } from './textUploads'

const state = (...children: unknown[]) => ({ root: { type: 'root', children } })
const image = { type: 'upload', value: 'a' }
const list = { type: 'list', children: [{ type: 'listitem', children: [image] }] }

describe('uploadsIn', () => {
  it('finds the files of a text, however deep, each once', () => {
    expect(uploadsIn(state(image, list, { type: 'upload', value: 'b' }))).toEqual(['a', 'b'])
  })

  it('finds those in the columns of a text', () => {
    const columns = { type: 'block', fields: { first: state(list), second: state() } }

    expect(uploadsIn(state(columns))).toEqual(['a'])
  })

  it('finds none in a text without files, and in what is no text', () => {
    expect(uploadsIn(state({ type: 'paragraph', children: [] }))).toEqual([])
    expect(uploadsIn(null)).toEqual([])
    expect(uploadsIn('text')).toEqual([])
  })
})

describe('withUploads', () => {
  it('puts files in the place of their ids and leaves the rest as it is', () => {
    const paragraph = { type: 'paragraph', children: [{ type: 'text', text: 'Hello' }] }
    const file = { url: '/a.jpg' }

    expect(withUploads(state(paragraph, image), new Map([['a', file]]))).toEqual(
      state(paragraph, { type: 'upload', value: file }),
    )
  })

  it('shows nothing where the file may not be seen', () => {
    expect(withUploads(state(image), new Map())).toEqual(state({ type: 'upload', value: null }))
    expect(withUploads(null, new Map())).toBeNull()
  })
})
