import type { PublishedRow } from './siteFiles'

import { publicAddresses, robotsTxt, sitemapXml } from './siteFiles'

const rowOf = (
  collection: PublishedRow['collection'],
  slug: string,
  day: number,
): PublishedRow => ({
  slug,
  changedAt: new Date(Date.UTC(2026, 0, day)),
  collection,
})

const pathsOf = (rows: PublishedRow[]) => publicAddresses(rows).map(({ path }) => path)

describe('publicAddresses', () => {
  it('names the front door and the catalog once, and everything published', () => {
    expect(pathsOf([])).toEqual(['/', '/courses', '/about', '/accessibility'])
    expect(
      pathsOf([
        rowOf('courses', 'light', 1),
        rowOf('pages', 'home', 2),
        rowOf('pages', 'about', 3),
      ]),
    ).toEqual(['/', '/courses', '/courses/light', '/about', '/accessibility'])
  })

  it('leaves out pages whose address is one of our own', () => {
    expect(pathsOf([rowOf('pages', 'checkout', 1), rowOf('pages', 'courses', 1)])).toEqual([
      '/',
      '/courses',
      '/about',
      '/accessibility',
    ])
  })

  it('says of the front door and the catalog when what they show changed last', () => {
    const [home, catalog] = publicAddresses([
      rowOf('courses', 'a', 4),
      rowOf('courses', 'b', 9),
      rowOf('pages', 'home', 2),
    ])
    expect([home?.changedAt?.getUTCDate(), catalog?.changedAt?.getUTCDate()]).toEqual([2, 9])
    expect(publicAddresses([rowOf('courses', 'a', 4)])[0]?.changedAt?.getUTCDate()).toBe(4)
    expect(publicAddresses([])[0]?.changedAt).toBeNull()
  })
})

describe('sitemapXml', () => {
  it('holds absolute addresses, with the moment of the last change where it is known', () => {
    const xml = sitemapXml({ languages: [], locale: 'en', origin: 'https://a.example' }, [
      { changedAt: new Date(0), path: '/' },
      { changedAt: null, path: '/a&b' },
    ])
    expect(xml).toContain(
      '<url><loc>https://a.example/</loc><lastmod>1970-01-01T00:00:00.000Z</lastmod></url>',
    )
    expect(xml).toContain('<url><loc>https://a.example/a&#38;b</loc></url>')
  })

  it('lists an address in each language that the school writes, and with each its others', () => {
    const xml = sitemapXml({ languages: ['he'], locale: 'en', origin: 'https://a.example' }, [
      { changedAt: null, path: '/about' },
    ])
    const links =
      '<xhtml:link rel="alternate" hreflang="en" href="https://a.example/about"/>' +
      '<xhtml:link rel="alternate" hreflang="he" href="https://a.example/he/about"/>' +
      '<xhtml:link rel="alternate" hreflang="x-default" href="https://a.example/about"/>'

    expect(xml).toContain(`<url><loc>https://a.example/about</loc>${links}</url>`)
    expect(xml).toContain(`<url><loc>https://a.example/he/about</loc>${links}</url>`)
  })
})

describe('robotsTxt', () => {
  it('closes what is one person’s own, and names the sitemap', () => {
    const lines = robotsTxt('https://a.example/sitemap.xml').split('\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        'Disallow: /api/',
        'Disallow: /admin/',
        'Disallow: /learn/',
        'Allow: /api/media/file/',
        'Sitemap: https://a.example/sitemap.xml',
      ]),
    )
    expect(lines).not.toContain('Disallow: /')
  })

  it('names no sitemap on the platform’s own host, which has nothing to be found', () => {
    expect(robotsTxt()).not.toContain('Sitemap')
    expect(robotsTxt()).toContain('Disallow: /outbox$')
  })
})
