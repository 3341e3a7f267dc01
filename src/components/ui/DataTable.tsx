'use client'

import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react'
import { useLocale } from 'next-intl'
import { useState, type ReactNode } from 'react'

import { Button } from './Button'
import { cn } from './classes'
import { Field } from './Field'
import { Input } from './Input'
import { viewOf, type TableView, type ViewColumn } from './tableView'

type Column<Row> = ViewColumn<Row> & {
  cell?: (row: Row) => ReactNode
  header: string
  numeric?: boolean
}

type Words = {
  filter: string
  next: string
  none: string
  page: (page: number, pages: number) => string
  previous: string
  selectAll: string
  selectRow: (name: string) => string
  selected: (count: number) => string
}

const START: TableView = { descending: false, filter: '', page: 1, sortBy: null }

/** Rows to sort, find, page through and select. The first column names its row. `actions` are for what is selected. */
export const DataTable = <Row,>({
  actions,
  caption,
  columns,
  pageSize = 10,
  rowKey,
  rows,
  words,
}: {
  actions?: (keys: ReadonlySet<string>) => ReactNode
  caption: string
  columns: readonly Column<Row>[]
  pageSize?: number
  rowKey: (row: Row) => string
  rows: readonly Row[]
  words: Words
}) => {
  const locale = useLocale()
  const [view, setView] = useState(START)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const shown = viewOf({ columns, locale, pageSize, rows, view })
  const keys = shown.rows.map(rowKey)
  const areAll = keys.length > 0 && keys.every((key) => selected.has(key))
  const mark = (some: readonly string[], on: boolean) =>
    setSelected(
      (held) => new Set([...[...held].filter((key) => !some.includes(key)), ...(on ? some : [])]),
    )
  const sort = (key: string) =>
    setView((held) => ({
      ...held,
      descending: held.sortBy === key && !held.descending,
      sortBy: key,
    }))

  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <Field className="w-full max-w-80" label={words.filter}>
          <Input
            onChange={({ target }) =>
              setView((held) => ({ ...held, filter: target.value, page: 1 }))
            }
            type="search"
            value={view.filter}
          />
        </Field>
        <div aria-live="polite" className="flex min-h-target items-center gap-3 text-sm text-muted">
          {selected.size > 0 && words.selected(selected.size)}
          {selected.size > 0 && actions?.(selected)}
        </div>
      </div>
      <div className="overflow-x-auto">
        <table className="w-full border-collapse">
          <caption className="sr-only">{caption}</caption>
          <thead className="border-b border-line-strong text-sm text-muted">
            <tr>
              <td className="w-11">
                <Tick checked={areAll} label={words.selectAll} onChange={(on) => mark(keys, on)} />
              </td>
              {columns.map(({ header, key, numeric }) => (
                <th
                  aria-sort={
                    view.sortBy !== key ? 'none' : view.descending ? 'descending' : 'ascending'
                  }
                  className={cn('font-medium', numeric ? 'text-end' : 'text-start')}
                  key={key}
                  scope="col"
                >
                  <button
                    className="inline-flex min-h-target items-center gap-1.5 px-2 hover:text-text"
                    onClick={() => sort(key)}
                    type="button"
                  >
                    {header}
                    <SortMark state={view.sortBy !== key ? null : view.descending} />
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.rows.map((row) => {
              const key = rowKey(row)
              const [first] = columns

              return (
                <tr className="border-b border-line" data-selected={selected.has(key)} key={key}>
                  <td>
                    <Tick
                      checked={selected.has(key)}
                      label={words.selectRow(String(first?.value(row) ?? ''))}
                      onChange={(on) => mark([key], on)}
                    />
                  </td>
                  {columns.map(({ cell, key: of, numeric, value }) => (
                    <td
                      className={cn('px-2 py-3', numeric ? 'text-end tabular-nums' : 'text-start')}
                      key={of}
                    >
                      {cell ? cell(row) : value(row)}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
        {shown.total === 0 && <p className="py-8 text-center text-muted">{words.none}</p>}
      </div>
      {shown.pages > 1 && (
        <nav aria-label={caption} className="flex items-center justify-between gap-4">
          <Button
            disabled={shown.page === 1}
            onClick={() => setView((held) => ({ ...held, page: shown.page - 1 }))}
            variant="secondary"
          >
            {words.previous}
          </Button>
          <span className="text-sm text-muted tabular-nums">
            {words.page(shown.page, shown.pages)}
          </span>
          <Button
            disabled={shown.page === shown.pages}
            onClick={() => setView((held) => ({ ...held, page: shown.page + 1 }))}
            variant="secondary"
          >
            {words.next}
          </Button>
        </nav>
      )}
    </div>
  )
}

const SortMark = ({ state }: { state: boolean | null }) => {
  const Mark = state === null ? ArrowUpDown : state ? ArrowDown : ArrowUp

  return <Mark aria-hidden className="size-4" strokeWidth={1.5} />
}

const Tick = ({
  checked,
  label,
  onChange,
}: {
  checked: boolean
  label: string
  onChange: (on: boolean) => void
}) => (
  <label className="flex size-target items-center justify-center">
    <input
      aria-label={label}
      checked={checked}
      className="size-5 accent-accent-line"
      onChange={({ target }) => onChange(target.checked)}
      type="checkbox"
    />
  </label>
)
