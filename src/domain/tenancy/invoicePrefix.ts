/** Longest prefix of an invoice's number, in characters. */
const PREFIX_LENGTH = 12

/**
 * Whether invoices can be numbered so: capitals, digits, hyphens and slashes, and no digit at its end,
 * which would read as part of the number.
 */
export const isInvoicePrefix = (text: string): boolean =>
  text.length <= PREFIX_LENGTH && /^(?:[A-Z0-9/-]*[A-Z/-])?$/.test(text)
