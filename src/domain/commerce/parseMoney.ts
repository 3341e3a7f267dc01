import { exponentOf } from './money'

/** An amount is a whole number of minor units, and no more than a number holds exactly. */
const isAmount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

/**
 * What somebody typed as a price, in minor units of `currency`: spaces and marks of thousands are
 * forgiven, and the last point or comma followed by as many digits as the currency has, or fewer, divides. Null for
 * anything else, such as more decimals than the currency knows.
 */
export const parseMoney = (text: string, currency: string): null | number => {
  const digits = exponentOf(currency)
  const bare = text.replace(/[\s\u00A0\u202F'’]/g, '')
  const [, whole, decimals = ''] = /^(\d+(?:[.,]\d{3})*?)(?:[.,](\d*))?$/.exec(bare) ?? []
  if (whole === undefined) {
    return null
  }
  const isThousands = decimals.length === 3 && digits !== 3
  const units = whole.replace(/[.,]/g, '') + (isThousands ? decimals : '')
  const rest = isThousands ? '' : decimals
  const amount = Number(units + rest.padEnd(digits, '0'))

  return rest.length <= digits && isAmount(amount) ? amount : null
}
