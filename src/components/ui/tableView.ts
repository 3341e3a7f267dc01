/** A column by which rows can be sorted and found; `value` is what is compared. */
export type ViewColumn<Row> = { key: string; value: (row: Row) => number | string }

/** What of a table is looked at; pages are counted from 1. */
export type TableView = { descending: boolean; filter: string; page: number; sortBy: null | string }

/** The rows of a view: found in any column whatever their case, sorted as the reader's language sorts, cut into pages. */
export const viewOf = <Row>({
  columns,
  locale,
  pageSize,
  rows,
  view: { descending, filter, page, sortBy },
}: {
  columns: readonly ViewColumn<Row>[]
  locale: string
  pageSize: number
  rows: readonly Row[]
  view: TableView
}): { page: number; pages: number; rows: Row[]; total: number } => {
  const wanted = filter.trim().toLocaleLowerCase(locale)
  const found = rows.filter((row) =>
    columns.some(({ value }) => String(value(row)).toLocaleLowerCase(locale).includes(wanted)),
  )
  const column = columns.find(({ key }) => key === sortBy)
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const order = (one: Row, other: Row): number => {
    const [a, b] = [column?.value(one) ?? 0, column?.value(other) ?? 0]
    const difference =
      typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b))

    return descending ? -difference : difference
  }
  const sorted = column ? [...found].sort(order) : found
  const pages = Math.max(1, Math.ceil(sorted.length / pageSize))
  const shown = Math.min(Math.max(1, page), pages)

  return {
    page: shown,
    pages,
    rows: sorted.slice((shown - 1) * pageSize, shown * pageSize),
    total: found.length,
  }
}
