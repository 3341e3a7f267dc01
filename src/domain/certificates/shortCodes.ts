/** Hexadecimal digits of an id that nobody can guess: sixty random bits at its end (RFC 9562, 5.7). */
const DIGITS = 15

const CODE = /^[a-z\d]{1,12}$/

/** The code of a document in its short link: the same for ever, since the id is. */
export const shortCode = (id: string): string =>
  BigInt(`0x${id.replaceAll('-', '').slice(-DIGITS)}`).toString(36)

/** Path of a short link, which leads to its document however that is called by then. */
export const shortPath = (code: string): string => `/c/${code}`

/** The end of the id that a code stands for, in hexadecimal digits without hyphens; null for what is no code. */
export const idEndOf = (code: string): null | string => {
  if (!CODE.test(code)) {
    return null
  }
  const digits = [...code].reduce((sum, digit) => sum * 36n + BigInt(parseInt(digit, 36)), 0n)
  const end = digits.toString(16).padStart(DIGITS, '0')

  return end.length === DIGITS && digits.toString(36) === code ? end : null
}
