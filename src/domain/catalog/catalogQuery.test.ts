import { describe, expect, it } from '@jest/globals'

import { catalogQuery, catalogSearch, filterCount, filteredCategory } from './catalogQuery'

const read = (search: string) => catalogQuery(new URLSearchParams(search))

describe('the query of a catalog', () => {
  it('takes what it knows and passes over the rest', () => {
    expect(
      read('q=%20soft%20%20light&level=beginner&level=nobody&language=he&price=paid&rating=4'),
    ).toMatchObject({
      languages: ['he'],
      levels: ['beginner'],
      page: 1,
      price: 'paid',
      rating: 4,
      sort: 'newest',
      text: 'soft light',
    })
    expect(read('page=-1&sort=by-magic&rating=9&price=stolen&min=free&language=xx')).toEqual(
      read(''),
    )
  })

  it.each([
    ['min=10&max=20', 10, 20],
    ['min=20&max=10', 10, 20],
    ['min=1%20000,50', 1000.5, null],
    ['max=-3', null, null],
    ['max=1e99', null, null],
    ['min=', null, null],
  ])('reads the prices of %s', (search, from, to) => {
    expect(read(search)).toMatchObject({ from, to })
  })

  it('cuts endless words, and keeps no control characters', () => {
    expect(read(`q=${'x'.repeat(5000)}`).text).toHaveLength(100)
    expect(read('q=a%00b%0Ac').text).toBe('a b c')
  })

  it('is written in one way, which reads back as the same', () => {
    const said = 'level=advanced&q=a&level=beginner&page=3&sort=price-desc&max=5&language=ru'
    const search = catalogSearch(read(said))
    expect(read(search)).toEqual(read(said))
    expect(catalogSearch(read(search))).toBe(search)
    expect(catalogSearch(read('sort=newest&page=1&q='))).toBe('')
  })

  it('counts what narrows the catalog down', () => {
    expect(filterCount(read(''))).toBe(0)
    expect(filterCount(read('sort=price&page=2'))).toBe(0)
    expect(filterCount(read('q=a&level=all&level=beginner&min=0&max=5&rating=3'))).toBe(5)
  })
})

describe('the address of a part of a catalog', () => {
  it.each([
    ['/courses', '?level=all', ''],
    ['/courses/category/light', '?page=2', 'light'],
    ['/courses/category/light/', '?page=2', 'light'],
    ['/courses', '', null],
    ['/courses', '?utm_source=mail', null],
    ['/courses/light', '?level=all', null],
    ['/', '?q=a', null],
  ])('%s%s is of category %j', (path, search, category) => {
    expect(filteredCategory(path, search)).toBe(category)
  })
})
