import { LOCALES } from '@/domain/tenancy/locales'
import { familiesFor, familiesOf, FONT_PAIRS } from '@/domain/tenancy/theme/faces'

import { FACE_FILES } from './files'
import { RANGES } from './ranges'
import { faceCss, firstFile } from './sheet'

const isIn = (range: string, letter: string): boolean =>
  range.split(',').some((part) => {
    const [from = '', to = from] = part.replace('U+', '').split('-')
    const code = letter.codePointAt(0) ?? 0

    return parseInt(from, 16) <= code && code <= parseInt(to, 16)
  })

describe.each(FONT_PAIRS)('the pair %s', (pair) => {
  it.each(LOCALES)(
    'has Latin, Cyrillic and Hebrew on pages in %s, for text and headings',
    (locale) => {
      const { heading, text } = familiesFor(pair, locale)
      for (const families of [heading, text]) {
        const scripts = families.flatMap((family) => FACE_FILES[family].map(({ script }) => script))
        for (const letter of ['a', 'é', 'я', 'ש', '₪', '₽', '—']) {
          expect({ has: scripts.some((script) => isIn(RANGES[script], letter)), letter }).toEqual({
            has: true,
            letter,
          })
        }
      }
      expect(firstFile(pair, locale)).toBeDefined()
    },
  )

  it('brings its own faces alone, and shows text before they have come', () => {
    const css = faceCss([pair])
    const named = new Set([...css.matchAll(/font-family:'([^']+)'/g)].map(([, name]) => name))
    expect([...named].sort()).toEqual(
      familiesOf(pair)
        .flatMap((family) => [family, `${family} Fallback`])
        .sort(),
    )
    const rules = css.split('\n').filter((rule) => rule.includes('url('))
    expect(rules.filter((rule) => !/font-display:swap.*unicode-range/.test(rule))).toEqual([])
  })
})

it('names no face twice where several pairs are shown', () => {
  const rules = faceCss(FONT_PAIRS).split('\n')
  expect(new Set(rules.map((rule) => rule.replace(/src:[^;]+/, ''))).size).toBe(rules.length)
})
