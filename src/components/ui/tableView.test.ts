import { viewOf } from './tableView'

const rows = [
  { name: 'Ёлка', price: 100 },
  { name: 'Жук', price: 20 },
  { name: 'арка', price: 3 },
]
const columns = [
  { key: 'name', value: (row: (typeof rows)[number]) => row.name },
  { key: 'price', value: (row: (typeof rows)[number]) => row.price },
]
const look = (view: Partial<Parameters<typeof viewOf>[0]['view']>, pageSize = 10) =>
  viewOf({
    columns,
    locale: 'ru',
    pageSize,
    rows,
    view: { descending: false, filter: '', page: 1, sortBy: null, ...view },
  })
const names = (view: ReturnType<typeof look>) => view.rows.map(({ name }) => name)

describe('a view of a table', () => {
  it('sorts words as the language does, and numbers by their value', () => {
    expect(names(look({ sortBy: 'name' }))).toEqual(['арка', 'Ёлка', 'Жук'])
    expect(names(look({ descending: true, sortBy: 'price' }))).toEqual(['Ёлка', 'Жук', 'арка'])
    expect(names(look({ sortBy: 'nothing' }))).toEqual(['Ёлка', 'Жук', 'арка'])
  })

  it('finds in every column, whatever the case', () => {
    expect(names(look({ filter: ' ЖУК ' }))).toEqual(['Жук'])
    expect(names(look({ filter: '20' }))).toEqual(['Жук'])
    expect(look({ filter: 'нет' })).toEqual({ page: 1, pages: 1, rows: [], total: 0 })
  })

  it('is cut into pages, and shows the last where there are fewer', () => {
    expect(look({}, 2)).toMatchObject({ page: 1, pages: 2, total: 3 })
    expect(names(look({ page: 9 }, 2))).toEqual(['арка'])
    expect(look({ page: -1 }, 2).page).toBe(1)
  })
})
