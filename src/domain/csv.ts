/** A cell of a table between commas; null is an empty one. */
export type Cell = null | number | string

/** A cell by RFC 4180; one that a spreadsheet would take for a formula is kept from it by an apostrophe (OWASP, CSV injection). */
const cell = (value: Cell): string => {
  if (typeof value === 'number') {
    return String(Math.round(value * 10_000) / 10_000)
  }
  const text = /^'*[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '')

  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** What a file begins with for spreadsheets to read it as UTF-8. */
export const CSV_MARK = '\uFEFF'

/** A line of a table between commas, with its end. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`

/** Which character stands between cells: the one that the first line has most of outside quotes. */
const delimiterOf = (text: string): string => {
  const [first = ''] = text.replace(/"[^"]*"/g, '').split(/[\r\n]/)

  return [',', ';', '\t'].reduce((best, one) =>
    first.split(one).length > first.split(best).length ? one : best,
  )
}

/** One apostrophe before what a spreadsheet would take for a formula was put there by `csvLine`, or by hand for the same end. */
const unguarded = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)

/**
 * The lines of a table between commas, semicolons or tabs, by RFC 4180; with or without a mark, whatever ends its lines,
 * without those that are empty. What `csvLine` writes comes back as it was.
 */
export const parseCsv = (given: string): string[][] => {
  const text = given.startsWith(CSV_MARK) ? given.slice(1) : given
  const delimiter = delimiterOf(text)
  const lines: string[][] = []
  let line: string[] = []
  let cell = ''
  let isQuoted = false
  const endCell = () => {
    line.push(unguarded(cell))
    cell = ''
  }
  const endLine = () => {
    endCell()
    if (line.some(Boolean)) {
      lines.push(line)
    }
    line = []
  }
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at] ?? ''
    if (isQuoted) {
      if (one !== '"') {
        cell += one
      } else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else {
        isQuoted = false
      }
    } else if (one === '"' && cell === '') {
      isQuoted = true
    } else if (one === delimiter) {
      endCell()
    } else if (one === '\n' || (one === '\r' && text[at + 1] !== '\n')) {
      endLine()
    } else if (one !== '\r') {
      cell += one
    }
  }
  endLine()

  return lines
}
