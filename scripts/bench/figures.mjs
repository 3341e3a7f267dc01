/**
 * @typedef {{ bytes: number, seconds: number, times: number[] }} Load answers: bytes of one, and times in ms
 * @typedef {{ kilobytes: number, p50: number, p95: number, perSecond: number }} Figures times in ms
 * @typedef {object} Row one line of the table
 * @property {string} aim
 * @property {Figures | undefined} [baseline]
 * @property {Figures} figures
 * @property {boolean} met
 * @property {number} queries statements per request
 * @property {number | undefined} [ratio] to the baseline, of requests per second
 * @property {string} title
 */

/**
 * The smallest value that at least this share of all does not exceed (nearest rank); 0 of none.
 * @param {number[]} values
 * @param {number} share from 0 to 1
 */
export const percentile = (values, share) => {
  const sorted = values.toSorted((a, b) => a - b)

  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

/**
 * What several loads of the same thing come to.
 * @param {Load[]} loads
 * @returns {Figures}
 */
export const figuresOf = (loads) => {
  const times = loads.flatMap((load) => load.times)
  const seconds = loads.reduce((sum, load) => sum + load.seconds, 0)

  return {
    kilobytes: (loads[0]?.bytes ?? 0) / 1024,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    perSecond: seconds > 0 ? times.length / seconds : 0,
  }
}

const HEAD = ['', 'req/s', 'p50 ms', 'p95 ms', 'KB', 'queries', 'bare req/s', 'bare p50', 'ratio']

/** @param {number} value */
const short = (value) => value.toFixed(value < 10 ? 1 : 0)

/** @param {Row} row */
const cellsOf = ({ aim, baseline, figures, met, queries, ratio, title }) => [
  title,
  short(figures.perSecond),
  short(figures.p50),
  short(figures.p95),
  figures.kilobytes > 0 ? short(figures.kilobytes) : '–',
  short(queries),
  baseline ? short(baseline.perSecond) : '–',
  baseline ? short(baseline.p50) : '–',
  ratio === undefined ? '–' : ratio.toFixed(2),
  aim,
  met ? 'yes' : 'no',
]

/**
 * The rows as lines of text, in columns: words to the left, numbers to the right.
 * @param {Row[]} rows
 */
export const tableOf = (rows) => {
  const lines = [[...HEAD, 'aim', 'met'], ...rows.map(cellsOf)]
  const widths = lines[0]?.map((_, column) =>
    Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
  )

  return lines.map((cells) =>
    cells
      .map((cell, column) => {
        const width = widths?.[column] ?? 0

        return column > 0 && column < HEAD.length ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd(),
  )
}
