import type { ReactNode } from 'react'

import { cn } from './classes'

/** A column: its head, and what it shows of a row. Numbers go to the end and align by digit. */
export type TableColumn<Row> = {
  cell: (row: Row) => ReactNode
  header: ReactNode
  key: string
  numeric?: boolean
  /** Left out on a phone; what it shows then stands in another column. */
  wideOnly?: boolean
}

/** Rows under heads. `caption` names the table and is read out; the first column heads its row. Wide tables scroll inside. */
export const Table = <Row,>({
  caption,
  className,
  columns,
  rowKey,
  rows,
}: {
  caption: ReactNode
  className?: string
  columns: readonly TableColumn<Row>[]
  rowKey: (row: Row) => string
  rows: readonly Row[]
}) => {
  const look = ({ numeric, wideOnly }: TableColumn<Row>) =>
    cn(
      'px-3 py-3 first:ps-0 last:pe-0',
      numeric ? 'text-end tabular-nums' : 'text-start',
      wideOnly && 'max-sm:hidden',
    )

  return (
    <div className={cn('overflow-x-auto', className)}>
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-line-strong text-sm text-muted">
          <tr>
            {columns.map((column) => (
              <th className={cn(look(column), 'font-medium')} key={column.key} scope="col">
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr className="border-b border-line align-top" key={rowKey(row)}>
              {columns.map((column, place) =>
                place === 0 ? (
                  <th className={cn(look(column), 'font-medium')} key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td className={look(column)} key={column.key}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
