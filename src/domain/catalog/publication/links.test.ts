import { describe, expect, it } from '@jest/globals'

import { linksIn, ownPath } from './links'

const text = (...children: unknown[]) => ({ root: { children: [{ type: 'paragraph', children }] } })
const link = (fields: object) => ({ type: 'link', children: [{ text: 'here' }], fields })

describe('the links of a text', () => {
  it('are found in words, in blocks and among resources, each once', () => {
    const body = text(
      link({ linkType: 'custom', url: 'https://one.example/a' }),
      { type: 'autolink', children: [], fields: { url: 'https://two.example' } },
      { type: 'block', fields: { blockType: 'embed', url: 'https://three.example/film' } },
      link({ linkType: 'custom', url: 'https://one.example/a' }),
      link({ linkType: 'custom', url: '/courses/light' }),
    )
    expect(linksIn(body)).toEqual([
      { address: 'https://one.example/a' },
      { address: 'https://two.example' },
      { address: 'https://three.example/film' },
      { address: '/courses/light' },
    ])
    expect(linksIn([{ blockType: 'link', title: 'Read', url: 'http://four.example' }])).toEqual([
      { address: 'http://four.example' },
    ])
  })

  it('are documents of the school where they name one, populated or not', () => {
    const doc = { relationTo: 'courses', value: 'c1' }
    expect(
      linksIn(
        text(
          link({ doc, linkType: 'internal', url: 'https://left.over' }),
          link({ doc: { relationTo: 'pages', value: { id: 'p1' } }, linkType: 'internal' }),
          { type: 'relationship', relationTo: 'courses', value: 'c2' },
          { type: 'upload', relationTo: 'media', value: 'm1' },
        ),
      ),
    ).toEqual([
      { id: 'c1', collection: 'courses' },
      { id: 'p1', collection: 'pages' },
      { id: 'c2', collection: 'courses' },
    ])
  })

  it('are none where a text has none, or leads to mail, a telephone or a place within it', () => {
    const body = text(
      link({ linkType: 'custom', url: 'mailto:a@b.example' }),
      link({ linkType: 'custom', url: 'tel:+1' }),
      link({ linkType: 'custom', url: '#top' }),
    )
    expect([null, undefined, '', body].map(linksIn)).toEqual([[], [], [], []])
  })
})

describe('a link within the school', () => {
  const hosts = ['aurora.example', 'learn.aurora.example']

  it.each([
    ['/courses/light?x=1#y', '/courses/light'],
    ['https://learn.aurora.example/about', '/about'],
    ['http://aurora.example', '/'],
    ['https://elsewhere.example/about', null],
    ['//elsewhere.example/about', null],
    ['https://', null],
  ])('%s leads to the path %s', (address, path) => {
    expect(ownPath(address, hosts)).toBe(path)
  })
})
