import { encodingAsked, pagePath } from './pageRequest'

describe('pagePath', () => {
  const get = (url: string, headers = {}) => pagePath({ headers, method: 'GET', url })

  it.each([
    ['/', '/'],
    ['/courses/light', '/courses/light'],
    ['/courses?utm_source=mail', '/courses'],
    ['/administration', '/administration'],
    ['/he/courses/light', '/he/courses/light'],
  ])('takes %s for the page %s', (url, path) => {
    expect(get(url)).toBe(path)
  })

  it.each([
    '/api/health',
    '/api',
    '/admin',
    '/admin/collections/courses',
    '/_next/static/a.js',
    '/internal/revalidate',
    '/courses?_rsc=abc',
  ])('leaves %s alone', (url) => {
    expect(get(url)).toBeNull()
  })

  it('leaves changes, navigations inside the page and drafts to Next', () => {
    expect(pagePath({ headers: {}, method: 'POST', url: '/' })).toBeNull()
    expect(get('/', { rsc: '1' })).toBeNull()
    expect(get('/', { cookie: 'a=1; __prerender_bypass=abc' })).toBeNull()
    expect(pagePath({ headers: {}, method: 'HEAD', url: '/' })).toBe('/')
  })
})

describe('encodingAsked', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['identity', 'identity'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br;q=0.0,gzip;q=0', 'identity'],
    ['BR', 'br'],
    ['brotli, xgzip', 'identity'],
  ])('answers %s in %s', (accepts, encoding) => {
    expect(encodingAsked(accepts)).toBe(encoding)
  })
})
