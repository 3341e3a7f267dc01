import { publicUrl, versionOf } from './publicUrl'

const given = {
  cdn: '',
  tenant: '01a1fed7-a24e-727a-9ccd-b4a4095d3243',
  updatedAt: '2026-11-21T16:01:48.097Z',
  url: '/api/media/file/cover.webp',
}

describe('the address of a public file', () => {
  it('names its school and its version', () => {
    expect(publicUrl(given)).toBe(
      '/api/media/file/cover.webp?prefix=01a1fed7-a24e-727a-9ccd-b4a4095d3243&v=1795276908097',
    )
    expect(versionOf(new Date(given.updatedAt))).toBe(versionOf(given.updatedAt))
  })

  it('is at the CDN where there is one, and the same however often it is made', () => {
    const once = publicUrl({ ...given, cdn: 'https://cdn.example.com' })
    expect(once).toMatch(/^https:\/\/cdn\.example\.com\/api\/media\/file\/cover\.webp\?prefix=/)
    expect(publicUrl({ ...given, cdn: 'https://cdn.example.com', url: once })).toBe(once)
    expect(publicUrl({ ...given, url: once })).toBe(publicUrl(given))
  })

  it('is left alone where it is no uploaded file’s', () => {
    expect(publicUrl({ ...given, url: '/api/learn/media/7?file=9' })).toBe(
      '/api/learn/media/7?file=9',
    )
  })
})
