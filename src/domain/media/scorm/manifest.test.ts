import { describe, expect, it } from '@jest/globals'

import { scorm12Files, scorm2004Files } from '@/test/scorm/packages'

import { manifestOf, pathIn } from './manifest'

const [ONE] = scorm12Files().map(({ content }) => String(content))
const [TWO] = scorm2004Files().map(({ content }) => String(content))

describe('the manifest of a package', () => {
  it.each([
    [ONE, '1.2'],
    [TWO, '2004'],
  ])('tells version, title and where it opens', (xml, version) => {
    expect(manifestOf(xml ?? '')).toEqual({
      entry: 'content/index.html?mode=1',
      title: 'Light & shadow',
      version,
    })
  })

  it.each([
    ['<!DOCTYPE manifest [<!ENTITY x SYSTEM "file:///etc/passwd">]><manifest>&x;</manifest>'],
    ['<!doctype manifest SYSTEM "https://evil.example/x.dtd"><manifest/>'],
  ])('with a document type is not read: %j', (xml) => {
    expect(manifestOf(xml)).toBe('packageEntities')
  })

  it.each([
    ['nothing', ''],
    ['another document', '<html></html>'],
    ['no part', '<manifest></manifest>'],
    ['an element left open', (ONE ?? '').replace('</manifest>', '')],
    ['elements across each other', (ONE ?? '').replace('</title>', '</item>')],
    ['a part that lies outside', (ONE ?? '').replaceAll('content/index.html', '../index.html')],
    ['a part at another site', (ONE ?? '').replaceAll('content/', 'https://evil.example/')],
  ])('that is %s is refused', (_, xml) => {
    expect(manifestOf(xml)).toBe('packageBroken')
  })

  it('of several parts is refused by its name', () => {
    const xml = (ONE ?? '')
      .replace('</organization>', '<item identifierref="S"/></organization>')
      .replace('</resources>', '<resource identifier="S" href="b.html"/></resources>')
    expect(manifestOf(xml)).toBe('packageParts')
  })

  it('is read in the time its length takes, however it is written', () => {
    expect(manifestOf(`<manifest ${'a="'.repeat(20_000)}`)).toBe('packageBroken')
    expect(manifestOf('<a>'.repeat(50_000))).toBe('packageBroken')
  })
})

describe('a path in a package', () => {
  it.each([
    ['', 'a/b.html', 'a/b.html'],
    ['base/', './b%20c.html#x', 'base/b c.html#x'],
    ['', '/b.html', null],
    ['', '..%2fb.html', null],
    ['', 'javascript:alert(1)', null],
    ['', 'a\\b.html', null],
    ['', '%E0%A4%A', null],
    ['', '', null],
  ])('from %j to %j is %j', (base, href, path) => {
    expect(pathIn(base, href)).toBe(path)
  })
})
