import type { Money as PayPalMoney } from '@paypal/paypal-server-sdk'

import type { Money } from '@/domain/commerce/money'

import { decimalText, exponentOf } from '@/domain/commerce/money'

/** Decimal places that PayPal takes, by currency: its list of supported currencies. */
const PLACES: Readonly<Record<string, number>> = {
  AUD: 2,
  BRL: 2,
  CAD: 2,
  CHF: 2,
  CNY: 2,
  CZK: 2,
  DKK: 2,
  EUR: 2,
  GBP: 2,
  HKD: 2,
  HUF: 0,
  ILS: 2,
  JPY: 0,
  MXN: 2,
  MYR: 2,
  NOK: 2,
  NZD: 2,
  PHP: 2,
  PLN: 2,
  SEK: 2,
  SGD: 2,
  THB: 2,
  TWD: 0,
  USD: 2,
}

/** Whether PayPal takes exactly this: no parts of a forint or a Taiwan dollar, and no currency that is not on its list. */
export const takesAtPayPal = ({ amount, currency }: Money): boolean => {
  const places = PLACES[currency]

  return places !== undefined && amount % 10 ** (exponentOf(currency) - places) === 0
}

/** An amount of minor units as PayPal writes it: `{ currencyCode: 'HUF', value: '1200' }` for 120000. */
export const toPayPal = ({ amount, currency }: Money): PayPalMoney => {
  const places = PLACES[currency] ?? exponentOf(currency)
  const [whole = '0', part = ''] = decimalText({ amount, currency }).split('.')

  return {
    currencyCode: currency,
    value: places === 0 ? whole : `${whole}.${part.slice(0, places)}`,
  }
}

/** The amount in minor units that PayPal's decimal text stands for. */
export const fromPayPal = ({ currency, value }: { currency: string; value: string }): number => {
  const [whole = '0', part = ''] = value.split('.')

  return Number(`${whole}${part.padEnd(exponentOf(currency), '0').slice(0, exponentOf(currency))}`)
}
