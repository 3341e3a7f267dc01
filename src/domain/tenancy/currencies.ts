/** How a converted price is rounded: to the nearest whole unit of the currency, to one of its fives or tens, to one that ends on .99, or not at all. */
export const ROUNDINGS = ['none', 'whole', 'ninetyNine', 'five', 'ten'] as const

export type Rounding = (typeof ROUNDINGS)[number]

/** How a school sells in a further currency: at prices of its own alone, or also by the rate of the day or one of its own. */
export const CONVERSIONS = ['none', 'daily', 'own'] as const

type Conversion = (typeof CONVERSIONS)[number]

/** A further currency of a school; `rate` is units of it for one of the school's own, as decimal text. */
export type SchoolCurrency = {
  conversion: Conversion
  currency: string
  rate: null | string
  rounding: Rounding
}

const DECIMAL = /^\d{1,12}(?:\.\d{1,12})?$/

/** Whether the text is a rate: a decimal number above nothing. */
export const isRate = (text: unknown): text is string =>
  typeof text === 'string' && DECIMAL.test(text) && Number(text) > 0

/** Whether an ISO 4217 code has the shape of one and is known. */
export const isCurrency = (code: unknown): code is string =>
  typeof code === 'string' && /^[A-Z]{3}$/.test(code) && CODES.has(code)

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))
