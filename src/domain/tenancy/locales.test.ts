import { languageAt, localeAsked, pathIn, plainPath } from './locales'

const school = { languages: ['he', 'ru'], locale: 'en' } as const

describe('localeAsked', () => {
  it.each([
    [undefined, 'he'],
    ['session=a', 'he'],
    ['locale=ru', 'ru'],
    ['session=a; locale=en; theme=dark', 'en'],
    ['mylocale=en', 'he'],
    ['locale=xx', 'he'],
  ])('reads %s as %s where the school speaks Hebrew', (cookie, locale) => {
    expect(localeAsked(cookie, 'he')).toBe(locale)
  })
})

describe('the address of a page', () => {
  it.each([
    ['en', '/courses/light', '/courses/light'],
    ['he', '/courses/light', '/he/courses/light'],
    ['ru', '/', '/ru'],
  ] as const)('is below the language where that is a further one: %s', (locale, path, address) => {
    expect(pathIn(school, locale, path)).toBe(address)
    expect(plainPath(address)).toBe(path)
    expect(languageAt(school, address)).toBe(locale === 'en' ? null : locale)
  })

  it('is plain where the school writes in one language', () => {
    const alone = { languages: [], locale: 'en' } as const

    expect(pathIn(alone, 'he', '/about')).toBe('/about')
    expect(languageAt(alone, '/he/about')).toBeNull()
  })

  it('takes no other word for a language', () => {
    expect(languageAt(school, '/hello')).toBeNull()
    expect(plainPath('/hello')).toBe('/hello')
    expect(languageAt(school, '/en/about')).toBeNull()
  })
})
