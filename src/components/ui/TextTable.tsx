import type { ReactNode } from 'react'

/** A table of a text. One that is wider than its column scrolls inside it, by keyboard too. */
export const TextTable = ({ children }: { children: ReactNode }) => (
  <div className="overflow-x-auto" tabIndex={0}>
    <table>
      <tbody>{children}</tbody>
    </table>
  </div>
)

/** Whose head a cell is, as the editor numbers it: a column's, a row's, or both in the corner. */
const SCOPES: Readonly<Record<number, 'col' | 'row'>> = { 1: 'col', 2: 'row', 3: 'col' }

/** A cell of it. Colours that were pasted along are left out: none of them fits both light and dark. */
export const TextCell = ({
  children,
  colSpan,
  headerState,
  rowSpan,
}: {
  children: ReactNode
  colSpan?: number
  headerState?: number
  rowSpan?: number
}) => {
  const scope = SCOPES[headerState ?? 0]
  const spans = {
    colSpan: (colSpan ?? 1) > 1 ? colSpan : undefined,
    rowSpan: (rowSpan ?? 1) > 1 ? rowSpan : undefined,
  }

  return scope ? (
    <th scope={scope} {...spans}>
      {children}
    </th>
  ) : (
    <td {...spans}>{children}</td>
  )
}
