import { documentOf, isDocument, type IslandFiles } from './documents'

const FILES: IslandFiles = {
  parts: {
    he: ['/_next/static/islands/he-1.js'],
    Menu: ['/_next/static/islands/Menu-1.js', '/_next/static/islands/shared-1.js'],
    Unused: ['/_next/static/islands/Unused-1.js'],
  },
  start: ['/_next/static/islands/main-1.js', '/_next/static/islands/shared-1.js'],
}

const MARK = '<meta name="page-kind" content="document"/>'

const page = (head: string, body = ''): string =>
  `<!DOCTYPE html><html dir="rtl" lang="he"><head>${MARK}${head}</head><body>${body}</body></html>`

/** The files that the script of a document is told of, after its own. */
const filesOf = (html: string): readonly (string | undefined)[] => {
  const [, first, later] =
    /<script type="module" src="([^"]+)" data-later="([^"]*)" fetchpriority="low"><\/script>/.exec(
      html,
    ) ?? []

  return [first, ...(later?.split(' ') ?? [])]
}

describe('isDocument', () => {
  it.each([
    [page(''), true],
    ['<!DOCTYPE html><html><head></head><body>page-kind document</body></html>', false],
  ])('knows a document by what its head says: %#', (html, expected) => {
    expect(isDocument(html)).toBe(expected)
  })
})

describe('documentOf', () => {
  it.each([
    ['a script of Next', '<script src="/_next/static/chunks/1a.js" async=""></script>'],
    ['one from another host', '<script src="https://cdn.test/_next/static/chunks/1a.js"></script>'],
    ['one for old browsers', '<script src="/_next/static/chunks/1a.js" noModule=""></script>'],
    [
      'what has one fetched early',
      '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/2.js"/>',
    ],
    ['where Next starts', '<script id="_R_">(globalThis["TURBOPACK"] || []).push({})</script>'],
    ['the first part for React', '<script>(self.__next_f=self.__next_f||[]).push([0])</script>'],
    ['the page once more for React', '<script>self.__next_f.push([1,"<b>\\u003c/b>"])</script>'],
  ])('takes out %s', (_, part) => {
    expect(documentOf(page(part), FILES)).toBe(documentOf(page(''), FILES))
  })

  it.each([
    ['facts for search engines', '<script type="application/ld+json">{"@graph":[]}</script>'],
    [
      'the script that sets the theme',
      "<script>try{localStorage.getItem('theme')}catch(e){}</script>",
    ],
    ['a style', '<link rel="stylesheet" href="/_next/static/chunks/1.css"/>'],
    ['a picture fetched early', '<link rel="preload" as="image" href="/hero.png"/>'],
    ['the data of a reader', '<script type="application/json" id="reader">{"user":null}</script>'],
  ])('leaves %s', (_, part) => {
    expect(documentOf(page(part), FILES)).toContain(part)
  })

  it('names once all files that the page’s islands and language need, and no other', () => {
    const html = documentOf(
      page('', '<page-island data-given="{}" data-island="Menu"></page-island>'.repeat(2)),
      FILES,
    )

    expect(filesOf(html)).toEqual([
      '/_next/static/islands/main-1.js',
      '/_next/static/islands/shared-1.js',
      '/_next/static/islands/he-1.js',
      '/_next/static/islands/Menu-1.js',
    ])
    expect(html).not.toContain('preload')
  })

  it('names the files that the part of one reader will need, before it is there', () => {
    const html = documentOf(
      page('', '<reader-part data-islands="Unused Menu" data-part="Dashboard"></reader-part>'),
      FILES,
    )

    expect(filesOf(html)).toEqual(
      expect.arrayContaining([
        '/_next/static/islands/Menu-1.js',
        '/_next/static/islands/Unused-1.js',
      ]),
    )
  })

  it('says nothing to readers of what it is to the server', () => {
    expect(documentOf(page(''), FILES)).not.toContain('page-kind')
  })
})
