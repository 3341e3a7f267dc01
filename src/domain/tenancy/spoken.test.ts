import { describe, expect, it } from '@jest/globals'

import type { Locale } from './locales'

import { spokenIn, wordsFor } from './spoken'

const school = {
  name: 'Two Shores',
  languages: ['he'] as Locale[],
  locale: 'en' as const,
  tagline: 'Learn to see.',
  words: {
    he: { name: 'שני חופים', notice: 'צובעים את הקירות.' },
    ru: { name: 'Два берега', tagline: 'Учитесь видеть.' },
  },
}

describe('a school in the language of its reader', () => {
  it.each([
    ['is called what it is called there', 'he', 'שני חופים', 'Learn to see.'],
    ['keeps its own words in its own language', 'en', 'Two Shores', 'Learn to see.'],
    ['keeps them in a language that it no longer writes', 'ru', 'Two Shores', 'Learn to see.'],
  ] as const)('%s', (_, locale, name, tagline) => {
    expect(spokenIn(school, locale)).toMatchObject({ name, tagline })
  })

  it('is the same however often it is asked for', () => {
    expect(spokenIn(spokenIn(school, 'he'), 'he')).toEqual(spokenIn(school, 'he'))
  })

  it('says what it closes for in it, or nothing', () => {
    expect(wordsFor(school, 'he').notice).toBe('צובעים את הקירות.')
    expect(wordsFor(school, 'ru')).toEqual({})
  })
})
