import { linksIn, withLinks } from './textLinks'

const state = (...children: unknown[]) => ({ root: { type: 'root', children } })
const words = [{ type: 'text', text: 'the course' }]
const link = (value: unknown) => ({
  type: 'link',
  children: words,
  fields: { doc: { relationTo: 'courses', value }, linkType: 'internal' },
})
const relation = (value: unknown) => ({ type: 'relationship', relationTo: 'pages', value })
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children })

describe('linksIn', () => {
  it('finds links and relationships, however deep', () => {
    expect(linksIn(state(paragraph(link('a')), relation('b')))).toEqual([
      ['courses', 'a'],
      ['pages', 'b'],
    ])
  })

  it('finds those in the columns of a text', () => {
    const columns = {
      type: 'block',
      fields: { first: state(link('a')), second: state(relation('b')) },
    }

    expect(linksIn(state(columns))).toEqual([
      ['courses', 'a'],
      ['pages', 'b'],
    ])
  })

  it('leaves addresses, files and what is shown already alone', () => {
    const custom = { type: 'link', children: words, fields: { linkType: 'custom', url: '/a' } }
    const upload = { type: 'upload', relationTo: 'media', value: 'c' }

    expect(linksIn(state(custom, upload, link({ id: 'a', slug: 'light' })))).toEqual([])
    expect(linksIn(null)).toEqual([])
  })
})

describe('withLinks', () => {
  const light = { slug: 'seeing-light', title: 'Seeing light' }

  it('puts documents in the place of their ids and leaves the rest as it is', () => {
    const text = state(paragraph(link('a')), relation('b'))
    const documents = new Map([
      ['courses/a', light],
      ['pages/b', { slug: 'about', title: 'About' }],
    ])

    expect(withLinks(text, documents)).toEqual(
      state(paragraph(link(light)), relation({ slug: 'about', title: 'About' })),
    )
  })

  it('does so in the columns of a text too', () => {
    const columns = (value: unknown) => ({
      type: 'block',
      fields: { id: 'c', first: state(link(value)), second: state(), third: null },
    })

    expect(withLinks(state(columns('a')), new Map([['courses/a', light]]))).toEqual(
      state(columns(light)),
    )
  })

  it('points nowhere where the document may not be seen', () => {
    expect(withLinks(state(link('a')), new Map())).toEqual(state(link(null)))
    expect(withLinks('text', new Map())).toBe('text')
  })
})
