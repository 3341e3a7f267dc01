import { RuleError } from '../errors'
import { exponentOf, isAmount, portionOf } from './money'

/** What a buyer states of a purchase beside what it consists of; amounts in minor units. */
export type Wishes = {
  /** The prices that they name, by offer. */
  amounts: Readonly<Record<string, number>>
  /** In which all of it is; the school's own where none is named. */
  currency?: null | string
  tip: number
}

/** Nothing was stated: what names its price costs what is suggested. */
export const NO_WISHES: Wishes = { amounts: {}, tip: 0 }

/** Between what a buyer may name as a price, in minor units; `most` is null where nothing is too much. */
export type OpenPrice = { least: number; most: null | number; suggested: number }

type Priced = { amount: number; offer: string; open: null | OpenPrice; takesTips: boolean }

/** Why an amount cannot be named; null where it can. It is null itself where what was typed is none. */
export const amountFault = (
  { least, most }: Pick<OpenPrice, 'least' | 'most'>,
  amount: null | number,
): 'amountInvalid' | 'amountTooHigh' | 'amountTooLow' | null => {
  if (!isAmount(amount)) {
    return 'amountInvalid'
  }

  return amount < least ? 'amountTooLow' : most !== null && amount > most ? 'amountTooHigh' : null
}

/**
 * Offers at the prices that their buyer names, and at what is suggested where nothing was; a price that is not the
 * buyer's to name stays as it is. Throws amountInvalid for what is no whole number of minor units, amountTooLow (with `least`) and amountTooHigh (with `most`).
 */
export const atNamedPrices = <Offer extends Priced>(
  offers: readonly Offer[],
  { amounts }: Wishes,
): Offer[] =>
  offers.map((offer) => {
    const { offer: id, open } = offer
    const amount = amounts[id]
    if (!open || amount === undefined) {
      return offer
    }
    const fault = amountFault(open, amount)
    if (fault) {
      throw new RuleError(fault, {
        field: 'amount',
        least: open.least,
        ...(open.most !== null && { most: open.most }),
        offer: id,
      })
    }

    return { ...offer, amount }
  })

/**
 * The tip of a purchase, in minor units. Throws amountInvalid for what is no whole number of them, and tipNotTaken where
 * nothing that is bought takes one.
 */
export const namedTip = (offers: readonly Pick<Priced, 'takesTips'>[], { tip }: Wishes): number => {
  if (!isAmount(tip)) {
    throw new RuleError('amountInvalid', { field: 'tip' })
  }
  if (tip > 0 && offers.every(({ takesTips }) => !takesTips)) {
    throw new RuleError('tipNotTaken', { field: 'tip' })
  }

  return tip
}

/** Whether any sum of the purchase was its buyer's to choose. */
export const isNamed = (offers: readonly Pick<Priced, 'open'>[], { tip }: Wishes): boolean =>
  tip > 0 || offers.some(({ open }) => open !== null)

const TIP_PERCENTS = [10, 15, 20]

/** The tips that are offered for what costs `base`, in minor units: parts of it in whole units of the currency, each once and above nothing. */
export const tipsFor = (base: number, currency: string): number[] => {
  const unit = 10 ** exponentOf(currency)
  const tips = TIP_PERCENTS.map((percent) => portionOf(base, percent, 100 * unit) * unit)

  return [...new Set(tips)].filter((tip) => tip > 0)
}
