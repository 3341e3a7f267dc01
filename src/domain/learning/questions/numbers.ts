const SPACES = /[\s'\u2019\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu
const MINUS = /[\u2012\u2013\u2212]/gu
const PLAIN = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?$/i
const GROUPS = { ',': /^[-+]?\d{1,3}(?:,\d{3})+$/, '.': /^[-+]?\d{1,3}(?:\.\d{3})+$/ }

export type DecimalSign = keyof typeof GROUPS

const other = (sign: DecimalSign): DecimalSign => (sign === ',' ? '.' : ',')

/** The sign that parts the fraction in `text`, of a reader who writes `usual`; null where none does. */
const decimalIn = (text: string, usual: DecimalSign): DecimalSign | null => {
  if (text.includes(',') && text.includes('.')) {
    return text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.'
  }
  const sign = text.includes(',') ? ',' : '.'
  const isOnce = text.split(sign).length === 2

  return isOnce && (sign === usual || !GROUPS[sign].test(text)) ? sign : null
}

/**
 * A number as somebody typed it, with `.` for its decimal sign and nothing between its thousands; null where it
 * is none. Where one sign may be either ("1,234"), the reader's own decimal sign decides.
 */
export const plainNumber = (typed: string, usual: DecimalSign = '.'): null | string => {
  const text = typed.replace(SPACES, '').replace(MINUS, '-')
  const decimal = decimalIn(text, usual)
  const [whole = '', fraction] = decimal
    ? [text.slice(0, text.lastIndexOf(decimal)), text.slice(text.lastIndexOf(decimal) + 1)]
    : [text]
  const thousands = decimal ? other(decimal) : whole.includes(',') ? ',' : '.'
  if (whole.includes(thousands) && !GROUPS[thousands].test(whole)) {
    return null
  }
  const plain = whole.split(thousands).join('') + (fraction === undefined ? '' : `.${fraction}`)

  return PLAIN.test(plain) ? plain : null
}

/** What was typed without the unit that stands beside the box anyway. */
export const withoutUnit = (typed: string, unit: null | string | undefined): string => {
  const [text, beside] = [typed.trim(), unit?.trim() ?? '']

  return beside && text.toLowerCase().endsWith(beside.toLowerCase())
    ? text.slice(0, -beside.length)
    : text
}

/** The number that was typed, by its own signs; NaN where it is none. */
export const numberIn = (typed: string, unit?: null | string): number => {
  const plain = plainNumber(withoutUnit(typed, unit))

  return plain === null ? Number.NaN : Number(plain)
}
