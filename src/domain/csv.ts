/** A cell of a table between commas; null is an empty one. */
export type Cell = null | number | string

/** A cell by RFC 4180; one that a spreadsheet would take for a formula is kept from it by an apostrophe (OWASP, CSV injection). */
const cell = (value: Cell): string => {
  if (typeof value === 'number') {
    return String(Math.round(value * 10_000) / 10_000)
  }
  const text = /^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '')

  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** What a file begins with for spreadsheets to read it as UTF-8. */
export const CSV_MARK = '\uFEFF'

/** A line of a table between commas, with its end. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`
