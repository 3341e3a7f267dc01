/** An amount in minor units of `currency`, an ISO 4217 code in capitals. */
export type Money = { amount: number; currency: string }

/** Decimal places where they are not two, by ISO 4217 (amendment list of 2024). */
const EXPONENTS: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLF: 4,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  UYW: 4,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
}

const USUAL_EXPONENT = 2

/** How many decimal places the currency's minor unit has: USD 2, JPY 0, KWD 3. */
export const exponentOf = (currency: string): number => EXPONENTS[currency] ?? USUAL_EXPONENT

/** Whether the value can be an amount: a whole number of minor units, not below zero, exact as a double. */
export const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

/** The amount itself; throws a RangeError for anything that is not one. */
export const checkedAmount = (value: number): number => {
  if (!isAmount(value)) {
    throw new RangeError(`${String(value)} is not a whole number of minor units.`)
  }

  return value
}

/** The exact sum; throws a RangeError when it leaves the range of exact whole numbers. */
export const sumOf = (amounts: readonly number[]): number =>
  checkedAmount(amounts.reduce((sum, amount) => sum + checkedAmount(amount), 0))

/** The amount in major units as decimal text, made without floating point: 1250 USD is `12.50`. */
export const decimalText = ({ amount, currency }: Money): `${number}` => {
  const places = exponentOf(currency)
  const digits = String(checkedAmount(amount)).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const text = places === 0 ? whole : `${whole}.${digits.slice(-places)}`

  return text as `${number}`
}

/** `amount` times `part` over `whole`, half a unit rounded up; exact, whatever the sizes. `whole` is above zero. */
export const portionOf = (amount: number, part: number, whole: number): number => {
  const all = BigInt(checkedAmount(whole))

  return Number(
    (2n * BigInt(checkedAmount(amount)) * BigInt(checkedAmount(part)) + all) / (2n * all),
  )
}
