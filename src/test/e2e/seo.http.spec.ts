import { aurora } from '@/seed/schools/aurora'
import { ofek } from '@/seed/schools/ofek'
import { languageAt, pathIn, plainPath } from '@/domain/tenancy/locales'

import type { Head } from './head'

import { make } from './admin'
import { crawl } from './crawl'
import { eventually } from './eventually'
import { headOf } from './head'
import { runSchool } from './runSchool'
import { signedIn, visitor, visitorAt } from './visitor'

const SCHOOLS = [
  {
    currency: 'USD',
    place: 'aurora' as const,
    school: aurora,
    written: { languages: ['he', 'ru'], locale: 'en' } as const,
  },
  {
    currency: 'ILS',
    place: 'ofek' as const,
    school: ofek,
    written: { languages: [], locale: 'he' } as const,
  },
]

const factsOf = ({ facts }: Head, type: string) => facts.find((one) => one['@type'] === type)

describe.each(SCHOOLS)('$place, as a crawler reads it', ({ currency, place, school, written }) => {
  const { languages, locale } = written
  let found: Awaited<ReturnType<typeof crawl>>
  const reader = visitor(place)
  const each = <T>(read: (head: Head, path: string) => T) =>
    [...found.pages].map(([path, head]) => read(head, path))

  beforeAll(async () => {
    found = await crawl(reader, place)
  }, 180_000)

  it('has no broken link, and lists in its sitemap every page that is there', () => {
    expect(found.broken).toEqual([])
    const paths = found.listed.map(({ pathname }) => pathname)
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths.sort()).toEqual([...found.pages.keys()].sort())
    for (const { slug } of school.courses) {
      expect(paths).toContain(`/courses/${slug}`)
    }
  })

  it('gives each page a title, a description and a canonical address that no other has', () => {
    for (const read of [
      ({ title }: Head) => title,
      ({ meta }: Head) => meta.description,
      ({ canonical }: Head) => canonical,
    ]) {
      expect(each(read).every((value) => value?.trim())).toBe(true)
      for (const language of [null, ...languages]) {
        const values = each((head, path) =>
          languageAt(written, path) === language ? [read(head)] : [],
        ).flat()
        expect(values.length).toBeGreaterThan(5)
        expect(new Set(values).size).toBe(values.length)
      }
    }
    each(({ alternates, canonical = '' }, path) => {
      expect(new URL(canonical).href).toBe(`${found.origin}${path}`)
      const plain = plainPath(path)
      expect(
        Object.fromEntries(
          Object.entries(alternates).map(([name, address]) => [name, new URL(address).href]),
        ),
      ).toEqual({
        ...Object.fromEntries(
          [locale, ...languages].map((one) => [
            one,
            `${found.origin}${pathIn(written, one, plain)}`,
          ]),
        ),
        'x-default': `${found.origin}${plain}`,
      })
    })
  })

  it('tells previews a title, a text and a picture of 1200 to 630', async () => {
    for (const { meta } of found.pages.values()) {
      expect(meta).toMatchObject({
        'og:description': meta.description,
        'og:image:height': '630',
        'og:image:width': '1200',
        'og:site_name': school.name,
        'og:title': expect.stringMatching(/./),
        'og:type': 'website',
        'twitter:card': 'summary_large_image',
        'twitter:image': meta['og:image'],
      })
      expect(new URL(meta['og:url'] ?? '').origin).toBe(found.origin)
      const { bytes, headers, status } = await reader.get(meta['og:image'] ?? '')
      expect([status, headers['content-type']]).toEqual([200, 'image/png'])
      expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
    }
  })

  it('says in the words of schema.org what the school is, what it sells, and for how much', () => {
    const graph = found.pages.get('/')?.facts[0]?.['@graph'] as Record<string, unknown>[]
    expect(graph).toMatchObject([
      { name: school.name, '@type': 'Organization', url: `${found.origin}/` },
      { name: school.name, '@type': 'WebSite', inLanguage: locale, url: `${found.origin}/` },
    ])
    for (const { slug, offer, title } of school.courses) {
      const amount = 'amount' in offer ? offer.amount : 0
      const path = `/courses/${slug}`
      const head = found.pages.get(path) ?? headOf('')
      expect(factsOf(head, 'Course')).toMatchObject({
        name: title,
        '@context': 'https://schema.org',
        description: expect.stringMatching(/./),
        hasCourseInstance: { '@type': 'CourseInstance', courseMode: 'Online' },
        offers: [
          {
            '@type': 'Offer',
            availability: 'https://schema.org/InStock',
            category: amount > 0 ? 'Paid' : 'Free',
            price: (amount / 100).toFixed(2),
            priceCurrency: currency,
          },
        ],
        provider: { name: school.name, '@type': 'Organization' },
        url: `${found.origin}${path}`,
      })
      const trail = factsOf(head, 'BreadcrumbList')?.itemListElement as { item: string }[]
      expect(trail.map(({ item }) => item)).toEqual([
        `${found.origin}/`,
        `${found.origin}/courses`,
        `${found.origin}${path}`,
      ])
    }
  })

  it('names its sitemap to crawlers, and closes what is one person’s own', async () => {
    const { headers, status, text } = await reader.get('/robots.txt')
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
    expect(text).toContain(`Sitemap: ${found.origin}/sitemap.xml`)
    for (const folder of ['/api/', '/admin/', '/learn/']) {
      expect(text).toContain(`Disallow: ${folder}\n`)
    }
    expect((await reader.get('/sitemap.xml')).headers['content-type']).toContain('application/xml')
  })
})

describe('the platform’s own host', () => {
  it('has rules for crawlers, and no sitemap', async () => {
    const { status, text } = await visitor('platform').get('/robots.txt')
    expect(status).toBe(200)
    expect(text).not.toContain('Sitemap')
    expect((await visitor('platform').get('/sitemap.xml')).status).toBe(404)
  })
})

describe('the address of a course that moved', () => {
  it('leads there for good, until somebody deletes it; the sitemap follows', async () => {
    const owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
    const reader = visitor('aurora')
    const slug = aurora.courses[1]?.slug ?? ''
    const old = `/courses/${slug}`
    const { docs } = (await owner.get(`/api/courses?where[slug][equals]=${slug}&depth=0`)).json<{
      docs: { id: string }[]
    }>()
    const move = async (to: string) => {
      const path = `/api/courses/${docs[0]?.id}`
      expect((await owner.patch(path, { slug: to, _status: 'published' })).status).toBe(200)
    }
    expect((await reader.get(old)).status).toBe(200)
    await move('moved-away')
    try {
      const moved = await eventually(async () => {
        const answer = await reader.get(old)

        return answer.status === 308 && answer
      })
      expect(moved.headers.location).toBe('/courses/moved-away')
      expect((await reader.get('/courses/moved-away')).status).toBe(200)
      await eventually(async () =>
        (await reader.get('/sitemap.xml')).text.includes('/courses/moved-away<'),
      )
      expect((await reader.get('/sitemap.xml')).text).not.toContain(`${old}<`)

      const kept = (await owner.get('/api/redirects?depth=0')).json<{
        docs: { id: string; path: string }[]
      }>().docs
      expect(kept.map(({ path }) => path)).toEqual([old])
      await owner.send({ method: 'DELETE', path: `/api/redirects/${kept[0]?.id}` })
      await eventually(async () => (await reader.get(old)).status === 404)
    } finally {
      await move(slug)
    }
    await eventually(async () => (await reader.get(old)).status === 200)
  })
})

describe('the address of a learning path that moved', () => {
  it('leads there for good, however often it moves', async () => {
    const { host, owner } = await runSchool('A School of Ways')
    const reader = visitorAt(host)
    const course = await make(owner, 'courses', {
      slug: 'first-step',
      _status: 'published',
      title: 'First step',
    })
    const path = await make(owner, 'paths', {
      slug: 'the-way',
      _status: 'published',
      steps: [{ blockType: 'step', course, isRequired: true, unlock: 'atOnce' }],
      title: 'The way',
    })
    await eventually(async () => (await reader.get('/paths/the-way')).status === 200)
    for (const slug of ['another-way', 'my-way']) {
      const moved = await owner.patch(`/api/paths/${path}`, { slug, _status: 'published' })
      expect(moved.status).toBe(200)
    }
    for (const old of ['/paths/the-way', '/paths/another-way']) {
      const answer = await eventually(async () => {
        const found = await reader.get(old)

        return found.status === 308 && found
      })
      expect(answer.headers.location).toBe('/paths/my-way')
    }
    expect((await reader.get('/paths/my-way')).status).toBe(200)
  })
})
