import { fileKind, fileSize, isWebAddress } from './resources'

describe('a link among resources', () => {
  it.each(['https://example.com', 'http://example.com/a?b=1#c', 'HTTPS://EXAMPLE.ORG/'])(
    'may be %s',
    (url) => expect(isWebAddress(url)).toBe(true),
  )

  it.each([
    '',
    null,
    undefined,
    'javascript:alert(1)',
    'data:text/html,x',
    'https://',
    'https://x',
    '/a',
    'ftp://example.com',
  ])('may not be %s', (url) => expect(isWebAddress(url)).toBe(false))
})

describe('a file among resources', () => {
  it.each([
    ['a.pdf', 'PDF'],
    ['a.b.mp3', 'MP3'],
    ['none', null],
    ['a.', null],
    ['a.toolong', null],
  ])('called %s is of the kind %s', (name, kind) => expect(fileKind(name)).toBe(kind))

  it.each([
    [0, 0, 'byte'],
    [1023, 1023, 'byte'],
    [1024, 1, 'kilobyte'],
    [1536, 1.5, 'kilobyte'],
    [20_480, 20, 'kilobyte'],
    [5_242_880, 5, 'megabyte'],
    [3_221_225_472, 3, 'gigabyte'],
  ])('of %d bytes is %d %s', (bytes, value, unit) =>
    expect(fileSize(bytes)).toEqual({ unit, value }),
  )
})
