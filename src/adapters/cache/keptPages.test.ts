import type { KeptPage } from './keptPages'

import { bytesOfPage, KeptPages } from './keptPages'

const pageOf = (text: string): KeptPage => ({
  bodies: { br: Buffer.from(text), gzip: Buffer.from(text), identity: Buffer.from(text) },
  etag: `W/"${text}"`,
  headers: {},
})

const put = (
  pages: KeptPages<KeptPage>,
  { key, now = 0, tenant = 'a' }: { key: string; now?: number; tenant?: string },
) => pages.put({ key, now, page: pageOf('0123456789'), state: pages.stateOf(tenant), tenant })

describe('KeptPages', () => {
  it('answers a page for as long as it holds, and not a moment longer', () => {
    const pages = new KeptPages({ bytesOf: bytesOfPage, holdsMs: 30, mostBytes: 100 })
    put(pages, { key: 'home', now: 100 })
    expect(pages.get('home', 129)?.etag).toBe('W/"0123456789"')
    expect(pages.get('home', 130)).toBeUndefined()
    expect(pages.get('home', 100)).toBeUndefined()
  })

  it("forgets one school's pages and leaves the others'", () => {
    const pages = new KeptPages({ bytesOf: bytesOfPage, holdsMs: 30, mostBytes: 100 })
    put(pages, { key: 'a home', tenant: 'a' })
    put(pages, { key: 'b home', tenant: 'b' })
    pages.forget('a')
    expect(pages.get('a home', 0)).toBeUndefined()
    expect(pages.get('b home', 0)).toBeDefined()
  })

  it('does not keep a page that was fetched before its school was told to have changed', () => {
    const pages = new KeptPages({ bytesOf: bytesOfPage, holdsMs: 30, mostBytes: 100 })
    const page = pageOf('old')
    for (const change of [() => pages.forget('a'), () => pages.clear()]) {
      const state = pages.stateOf('a')
      change()
      pages.put({ key: 'home', now: 0, page, state, tenant: 'a' })
      expect(pages.get('home', 0)).toBeUndefined()
    }
    const other = pages.stateOf('a')
    pages.forget('b')
    pages.put({ key: 'home', now: 0, page, state: other, tenant: 'a' })
    expect(pages.get('home', 0)).toBeDefined()
  })

  it('lets go of what was asked for least lately when there is no room', () => {
    const pages = new KeptPages({ bytesOf: bytesOfPage, holdsMs: 30, mostBytes: 70 })
    put(pages, { key: 'one' })
    put(pages, { key: 'two' })
    pages.get('one', 0)
    put(pages, { key: 'three' })
    expect(pages.get('two', 0)).toBeUndefined()
    expect(pages.get('one', 0)).toBeDefined()
    expect(pages.get('three', 0)).toBeDefined()
  })

  it('counts a page once however often it is kept again, and not when it is gone', () => {
    const pages = new KeptPages({ bytesOf: bytesOfPage, holdsMs: 30, mostBytes: 60 })
    put(pages, { key: 'one' })
    put(pages, { key: 'one' })
    put(pages, { key: 'two' })
    expect(pages.get('one', 0)).toBeDefined()
    expect(pages.get('one', 40)).toBeUndefined()
    pages.forget('a')
    put(pages, { key: 'three' })
    put(pages, { key: 'four' })
    expect(pages.get('three', 0)).toBeDefined()
  })

  it('keeps nothing larger than all its room', () => {
    const pages = new KeptPages({ bytesOf: bytesOfPage, holdsMs: 30, mostBytes: 20 })
    put(pages, { key: 'large' })
    expect(pages.get('large', 0)).toBeUndefined()
  })
})
