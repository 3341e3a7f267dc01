import fc from 'fast-check'

import { countParts, inFileOrder, lessonOfFile, partsOf, titleOfFile } from './pasted'

const drawn = (text: string): string =>
  partsOf(text, 'text')
    .map(({ lessons, title }) => `${title ?? '-'}: ${lessons.map((one) => one.title).join(' | ')}`)
    .join('\n')

describe('a pasted list', () => {
  it.each([
    ['one lesson a line', 'Light\nShade\n\n  \nColour', '-: Light | Shade | Colour'],
    ['marked sections', '# Basics\nLight\n## Next\n- Shade', 'Basics: Light\nNext: Shade'],
    ['lessons before the first section', 'Hello\n# Basics\nLight', '-: Hello\nBasics: Light'],
    [
      'an outline',
      'Basics\n  Light\n\tShade\nNext\n    Colour',
      'Basics: Light | Shade\nNext: Colour',
    ],
    ['bullets and boxes', '* Light\n• Shade\n- [x] Colour', '-: Light | Shade | Colour'],
    ['numbers, which are kept', '1. Light\n2) Shade', '-: 1. Light | 2) Shade'],
    ['Windows lines', 'Light\r\nShade\r\n', '-: Light | Shade'],
    ['Hebrew', '# יסודות\nאור', 'יסודות: אור'],
    ['nothing', ' \n\t\n', ''],
  ])('becomes parts: %s', (_, text, result) => {
    expect(drawn(text)).toBe(result)
  })

  it('brings at most a hundred rows, none without a title or with one too long', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 300, unit: 'grapheme' })), (lines) => {
        const parts = partsOf(lines.join('\n'), 'video')
        const titles = parts.flatMap(({ lessons, title }) => [
          ...(title === undefined ? [] : [title]),
          ...lessons.map((one) => one.title),
        ])
        expect(titles.every((title) => title !== '' && [...title].length <= 120)).toBe(true)
        const { lessons, sections } = countParts(parts)
        expect(lessons + sections).toBeLessThanOrEqual(100)
      }),
    )
    expect(countParts(partsOf('x\n'.repeat(150), 'text'))).toEqual({ lessons: 100, sections: 0 })
  })
})

describe('a dropped file', () => {
  it.each([
    ['01_the-first-light.mp4', '01 the first light'],
    ['2. Shade.final.pdf', '2. Shade.final'],
    ['folder/sub/Урок_3.mov', 'Урок 3'],
    ['שיעור-1.mp3', 'שיעור-1'],
    ['.hidden', '.hidden'],
    ['Well - known.png', 'Well - known'],
  ])('names its lesson: %s', (name, title) => {
    expect(titleOfFile(name)).toBe(title)
  })

  it('becomes a lesson of the kind that fits it', () => {
    const file = { name: 'a.mp4', media: 'm', mimeType: 'video/mp4' }
    expect(lessonOfFile(file)).toEqual({ kind: 'video', media: 'm', title: 'a' })
    expect(lessonOfFile({ ...file, mimeType: 'application/pdf' }).kind).toBe('pdf')
  })

  it('comes in the order people count in', () => {
    const names = ['10 c.mp4', '2 b.mp4', '1 a.mp4']
    expect(inFileOrder(names.map((name) => ({ name }))).map(({ name }) => name)).toEqual([
      '1 a.mp4',
      '2 b.mp4',
      '10 c.mp4',
    ])
  })
})
