import { isSvg } from './svg'

describe('a drawing', () => {
  it.each([
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '\uFEFF<?xml version="1.0"?>\n<!-- a > b -->\n<svg >',
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<svg\n',
  ])('is known by its beginning: %j', (text) => expect(isSvg(text)).toBe(true))

  it.each([
    '<html><svg></svg></html>',
    '<svgx>',
    'svg',
    '',
    '<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>',
    '<svg><!ENTITY a SYSTEM "file:///etc/passwd"></svg>',
  ])('is not taken for one: %j', (text) => expect(isSvg(text)).toBe(false))
})
